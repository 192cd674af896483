import type { Measurement } from '../../domain/record/measurement.ts';

/** What was measured, in three figures and in what they come to. */
export function Figures({ measured }: { measured: Measurement }) {
	const { roundTripMs, downMbps, upMbps } = measured;
	return (
		<div class="figures-part">
			<dl class="figures">
				<Figure name="往復" meaning="押してから返事が戻るまで" value={roundTripMs} unit="ミリ秒" />
				<Figure name="下り" meaning="受け取る速さ" value={downMbps} unit="Mbps" />
				<Figure name="上り" meaning="送る速さ" value={upMbps} unit="Mbps" />
			</dl>
			<ul class="figures-words">
				{wordsOf(measured).map((words) => (
					<li key={words}>{words}</li>
				))}
			</ul>
		</div>
	);
}

function Figure({ name, meaning, value, unit }: { name: string; meaning: string; value: number; unit: string }) {
	return (
		<div>
			<dt>
				<b>{name}</b> <span class="small quiet">{meaning}</span>
			</dt>
			<dd class="num">
				<span class="figure">{value}</span> {unit}
			</dd>
		</div>
	);
}

/** Only what follows from the figures themselves: how long a thing of a known size takes, and who used the line meanwhile. */
function wordsOf({ downMbps, upMbps, devices }: Measurement): string[] {
	const photo = 4;
	const [down, up] = [downMbps, upMbps].map((mbps) => secondsWord((photo * 8) / Math.max(mbps, 0.01)));
	const takes = down === up ? `受け取るのも送るのも${down}の` : `受け取るのに${down}、送るのに${up}かかる`;
	return [
		`${photo} MBの写真1枚なら、${takes}速さです。`,
		devices === null
			? '使っている端末の数を入れておくと、混み具合と合わせて比べられます。'
			: `${devices}台が使っているときに、この端末1台で出た速さです。`,
	];
}

const secondsWord = (seconds: number): string => {
	if (seconds < 1) return '1秒足らず';
	if (seconds < 60) return `約${Math.round(seconds)}秒`;
	return `約${Math.round(seconds / 60)}分`;
};
