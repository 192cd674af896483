import { formatCode } from '../../domain/exchange/code.ts';
import { deadlineWord } from '../../domain/plan/deadline.ts';
import { formalDay, labelOf, tokyoDate, westernLabelOf } from '../../domain/plan/fiscalYear.ts';
import type { Handover, HandoverItem } from '../../domain/record/handover.ts';
import { type Review, stateHeld, stepHeld } from '../../domain/record/review/readReview.ts';
import { reviewStateWord } from '../../domain/record/review/rules.ts';
import { PlanText } from '../../ui/PlanText.tsx';
import { Square } from '../../ui/Square.tsx';
import { statusWord } from '../../ui/words.ts';
import type { PrintedInvitation } from './paperInvitation.ts';
import './sheet.css';

interface HandoverSheetProps {
	handover: Handover;
	/** Without it the sheet says how to be invited instead. */
	printed: PrintedInvitation | undefined;
	school: string;
	/** The board that keeps the records; absent where the device belongs to no school. */
	board: string | undefined;
	fiscalYear: number;
	/** `YYYY-MM-DD` in Japan. */
	today: string;
	origin: string;
}

/** The sheet itself: what is shown is what is printed, A4 portrait. */
export function HandoverSheet({ handover, printed, school, board, fiscalYear, today, origin }: HandoverSheetProps) {
	return (
		<article class="handover-sheet" aria-label="引継ぎの用紙">
			<header class="hs-head">
				<p class="hs-kind">ます目　引継ぎの用紙</p>
				<p class="num">{formalDay(today)}</p>
				<h3 class="hs-school">{school || '（学校名）'}</h3>
				<p class="num">
					{labelOf(fiscalYear)}（{westernLabelOf(fiscalYear)}）から次の担当者へ
				</p>
			</header>
			<Begin printed={printed} board={board} origin={origin} />
			<Standing handover={handover} />
			<OpenItems open={handover.open} />
			<Scenes handover={handover} />
			<Owners handover={handover} />
			<section>
				<h4>伝えること</h4>
				<p class="hs-notes">{handover.notes.value}</p>
			</section>
			<footer class="hs-foot">
				<p>
					{board ? `記録は、${board}の保管庫と、学校の登録ずみの端末にあります。` : '記録は、この端末にだけあります。'}
					ファイルにも残すときは「設定」の「バックアップを書き出す」。
				</p>
				<dl class="hs-sign">
					{['引き継いだ人', '受けとった人', '校長'].map((who) => (
						<div key={who}>
							<dt>{who}</dt>
							<dd>　　月　　日</dd>
						</div>
					))}
				</dl>
			</footer>
		</article>
	);
}

type BeginProps = Pick<HandoverSheetProps, 'printed' | 'board' | 'origin'>;

/** はじめかた, in three steps, beside the QR code. */
function Begin({ printed, board, origin }: BeginProps) {
	return (
		<section class="hs-begin">
			{printed && (
				<div class="hs-code">
					<svg
						class="hs-qr"
						viewBox={`0 0 ${printed.picture.size} ${printed.picture.size}`}
						role="img"
						aria-label="引継ぎの招待のQRコード"
					>
						<path d={printed.picture.path} />
					</svg>
				</div>
			)}
			<div>
				<h4>はじめかた</h4>
				<ol>
					{printed ? (
						<li>
							使う端末でQRコードを読み取ります。カメラがないときは
							<b class="hs-address">{origin}/join</b>を開き、登録コード
							<b class="hs-letters num">{formatCode(printed.code)}</b>を入れます。
						</li>
					) : board ? (
						<li>
							この用紙に招待はついていません。学校の登録ずみの端末で「引継ぎ・端末」を開き、「端末を加える」で招待してもらいます。端末が1台もないときは、
							{board}に登録票をたのみます。
						</li>
					) : (
						<li>
							この用紙に招待はついていません。「設定」で書き出したバックアップのファイルを、次に使う端末で
							<b class="hs-address">{origin}</b>を開いて読み込みます。
						</li>
					)}
					<li>
						{board ? '学校名を確かめて登録します。記録がすべて届きます。' : '記録がすべて入ったことを確かめます。'}
						iPadは、先にホーム画面に追加します。
					</li>
					<li>4月に「今やること」から新しい年度を始め、続ける□をえらびます。</li>
				</ol>
				{printed && (
					<p class="hs-warning num">
						<b>{formalDay(tokyoDate(Date.parse(printed.expiresAt)))}まで、端末1台に1回だけ使えます。</b>
						封筒に入れて手渡し、写真に撮らないでください。登録がすんだら、破棄してください。
					</p>
				)}
			</div>
		</section>
	);
}

function Standing({ handover: { progress, reviews } }: { handover: Handover }) {
	const { applicable, achieved, inProgress, notStarted, notApplicable } = progress;
	return (
		<section class="hs-line num">
			<h4>いまのようす</h4>
			<p>
				計画の□ {applicable}のうち <b>{achieved} 達成</b>（実施中 {inProgress}、未着手 {notStarted}
				{notApplicable > 0 && `、該当なし ${notApplicable}`}）
			</p>
			<p>
				校長確認 中間 <b>{reviewWords(reviews.midyear)}</b>・最終 <b>{reviewWords(reviews.final)}</b>
			</p>
		</section>
	);
}

const reviewWords = (review: Review): string => {
	const [word, step] = [reviewStateWord(stateHeld(review)), stepHeld(review)];
	return step ? `${word}（${shortDate(step.at)}）` : word;
};

/** ISO time → 「12/3」 in Japan. */
const shortDate = (at: string): string => {
	const [, month, day] = tokyoDate(Date.parse(at)).split('-').map(Number);
	return `${month}/${day}`;
};

/** まだ終わっていない□: no row is cut by the end of a page, and the heads come again on the next. */
function OpenItems({ open }: { open: readonly HandoverItem[] }) {
	if (open.length === 0) {
		return (
			<section>
				<h4>まだ終わっていない□</h4>
				<p>ありません。</p>
			</section>
		);
	}
	return (
		<table class="hs-open num">
			<caption class="vh">まだ終わっていない□</caption>
			<thead>
				<tr>
					<th scope="col">状態</th>
					<th scope="col">
						<b>まだ終わっていない□ {open.length}</b>
					</th>
					<th scope="col">主担当・目安</th>
				</tr>
			</thead>
			<tbody>
				{open.map((item) => (
					<Row key={item.state.id} item={item} />
				))}
			</tbody>
		</table>
	);
}

function Row({ item: { state, code, text, own, asked } }: { item: HandoverItem }) {
	const nextYear = state.texts.nextYear.value;
	return (
		<tr>
			<td>
				<span class="hs-state">
					<Square status={state.status} small /> {statusWord[state.status]}
				</span>
			</td>
			<td>
				<span class="hs-item">
					{code}
					{own && '（学校独自）'}
				</span>{' '}
				<span class={own ? undefined : 'plan'}>
					<PlanText text={text} />
				</span>
				{asked.map((words) => (
					<p key={words} class="hs-said">
						<b>差戻し</b> {words}
					</p>
				))}
				{nextYear && (
					<p class="hs-said">
						<b>次年度</b> {nextYear}
					</p>
				)}
			</td>
			<td>
				{state.owner.value && <span class="hs-post">{state.owner.value}</span>}{' '}
				<span class="nb">{deadlineWord(state.deadline.value ?? 'fiscalYearEnd')}</span>
			</td>
		</tr>
	);
}

/** By their numbers: the sentences stand in 端末活用, and the page has room for one line. */
function Scenes({ handover: { unmeasured } }: { handover: Handover }) {
	if (unmeasured.length === 0) return null;
	const numbers = (said: boolean) =>
		unmeasured
			.filter((each) => each.said === said)
			.map(({ scene }) => scene.label)
			.join('');
	return (
		<section class="hs-line">
			<h4>端末活用で、まだ測定していない場面</h4>
			{numbers(true) && <p>{numbers(true)}（未測定と記録）</p>}
			{numbers(false) && <p>{numbers(false)}（記録なし）</p>}
		</section>
	);
}

function Owners({ handover: { owners } }: { handover: Handover }) {
	if (owners.length === 0) return null;
	return (
		<section class="hs-owners">
			<h4>終わった□の主担当</h4>
			<dl class="num">
				{owners.map(({ post, codes }) => (
					<div key={post}>
						<dt>{post}</dt>
						<dd>{codes.join('　')}</dd>
					</div>
				))}
			</dl>
		</section>
	);
}
