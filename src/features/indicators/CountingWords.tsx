/** 数え方: what counts towards which figure, in words. */
export function CountingWords({ notes, ownTargets }: { notes: readonly string[]; ownTargets: boolean }) {
	return (
		<section class="band counting" aria-labelledby="counting">
			<h2 id="counting">数え方</h2>
			<dl>
				<dt>{ownTargets ? '国KPI' : '市目標と国KPI'}</dt>
				<dd>
					学校の数で数えた率です。学校としての頻度が「週3回以上」か「ほぼ毎日」のとき、その学校が1校と数えられます。
				</dd>
				<dt>本校の頻度</dt>
				<dd>
					学校が、その場面で学校全体としてどのくらい使わせているかを答えたものです。学級の数からは決めません。いちばん新しい記録を図に出します。
				</dd>
				<dt>学級の数</dt>
				<dd>
					「週3回以上」使った学級の数です。学級の率と学校の率は単位がちがうので、市の図には重ねません。学級の数だけを入れたときは、頻度が未入力のまま残ります。
				</dd>
				<dt>未測定</dt>
				<dd>「測っていない」という答えです。0とも「月1回未満」とも数えません。</dd>
			</dl>
			{notes.map((note) => (
				<p key={note} class="plan small">
					{note}
				</p>
			))}
		</section>
	);
}
