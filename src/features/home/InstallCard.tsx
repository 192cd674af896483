import type { InstallOffer } from '../../offline/install.ts';

/** How to put ます目 on the home screen: three steps on an iPad, one button where the browser offers it. */
export function InstallCard({ wiring }: { wiring: InstallOffer }) {
	if (wiring.installed.value) return null;
	const prompt = wiring.prompt.value;
	if (prompt) {
		return (
			<section class="band" aria-labelledby="install">
				<h2 id="install">この端末に入れる</h2>
				<p class="small">アプリとして開けるようになり、記録が消えにくくなります。</p>
				<button type="button" class="btn" onClick={prompt}>
					ます目を入れる
				</button>
			</section>
		);
	}
	if (!wiring.showsSteps) return null;
	return (
		<section class="band" aria-labelledby="install">
			<h2 id="install">ホーム画面に入れる</h2>
			<p class="small">
				Safariで開いたままだと、7日間使わないうちに記録が消えることがあります。ホーム画面に入れると、はじめは空で始まります。記録があるときは、先に
				<a href="/settings#backup">バックアップ</a>を書き出してください。
			</p>
			<ol class="install-steps">
				<li>
					<span aria-hidden="true">1</span>
					<span>
						画面の上（iPhoneは下）の<b>共有</b>
						<svg viewBox="0 0 24 24" role="img" aria-label="四角から上向きの矢印が出た印">
							<path d="M12 15V3.5M8 7l4-4 4 4M7 10.5H4.5v10h15v-10H17" />
						</svg>
						をおす
					</span>
				</li>
				<li>
					<span aria-hidden="true">2</span>
					<span>
						<b>ホーム画面に追加</b>をえらぶ
					</span>
				</li>
				<li>
					<span aria-hidden="true">3</span>
					<span>
						右上の<b>追加</b>をおし、ホーム画面の「ます目」から開く
					</span>
				</li>
			</ol>
		</section>
	);
}
