import type { Enrolment } from '../../store/exchangeStore.ts';
import { momentWord } from '../../ui/words.ts';

/** Told on every page: the device's registration was revoked. Its record stays and can be taken out as a file. */
export function EndedBanner({ enrolment }: { enrolment: Enrolment | undefined }) {
	if (enrolment?.ended?.why !== 'revoked') return null;
	return (
		<div class="note ended" role="status">
			<p>
				<b>この端末の登録は、{momentWord(enrolment.ended.at)}に取り消されていました。</b>
				<br />
				記録はこの端末に残っていて、見ることも、入力することも、
				<a href="/settings#backup">バックアップとして書き出す</a>
				こともできます。新しい入力は、ほかの端末には届きません。
			</p>
			<p>
				また使うときは、{enrolment.school.name}の別の端末の「引継ぎ・端末」で招待をつくってもらい、
				<a href="/join">もう一度登録</a>してください。残っている入力は、そのとき届きます。
			</p>
		</div>
	);
}
