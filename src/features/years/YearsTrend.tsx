import { labelOf } from '../../domain/plan/fiscalYear.ts';
import { statusWord } from '../../ui/words.ts';
import type { ComparedYear, Subject } from './yearsSubject.ts';

interface YearsTrendProps {
	compared: readonly ComparedYear[];
	subject: Subject;
}

const height = 136;
const top = 28;
const foot = 20;

/** Words at the side of the drawing, with their heights. */
const scaleOf = ({ kind }: Subject): readonly (readonly [number, string])[] => {
	if (kind === 'indicator') {
		return [
			[1, 'ほぼ毎日'],
			[0.75, '週3回以上'],
			[0.5, '週1回以上'],
			[0.25, '月1回以上'],
			[0, '月1回未満'],
		];
	}
	if (kind === 'action' || kind === 'own') {
		return [
			[1, statusWord.achieved],
			[0.5, statusWord.inProgress],
			[0, statusWord.notStarted],
		];
	}
	return [
		[1, 'すべて達成'],
		[0, '達成 0'],
	];
};

/**
 * How it went, as a small drawing over the table, which says the same in numbers. A line joins two years only where what
 * they say can be held against each other.
 */
export function YearsTrend({ compared, subject }: YearsTrendProps) {
	const drawn = compared.filter(({ level }) => level !== undefined);
	const apart = compared.filter(({ level, link }, year) => {
		const before = compared[year - 1];
		return link && !link.comparable && level !== undefined && before && isTold(before);
	});
	if (drawn.length === 0) return null;
	return (
		<figure class="years-trend">
			<div class="years-drawing" aria-hidden="true">
				<Scale subject={subject} />
				<svg width="100%" height={height} aria-hidden="true">
					{scaleOf(subject).map(([level]) => (
						<line key={level} class="years-grid" x1="0" x2="100%" y1={yOf(level)} y2={yOf(level)} />
					))}
					{compared.map((year, index) => (
						<Segment key={year.view.fiscalYear} compared={compared} index={index} />
					))}
					{compared.map((year, index) => (
						<Point key={year.view.fiscalYear} year={year} x={xOf(index, compared.length)} />
					))}
				</svg>
			</div>
			<figcaption class="small quiet">
				{drawn.length < 2 && '線を引ける年度が、まだ1つです。'}
				{apart.map(({ view, link }) => (
					<span key={view.fiscalYear} class="years-apart">
						{labelOf(view.fiscalYear)}：{link?.words}線は引いていません。
					</span>
				))}
				同じことを、下に言葉と数字で書いています。
			</figcaption>
		</figure>
	);
}

/** The year says something of it, be it of several □. */
const isTold = ({ level, actions }: ComparedYear): boolean =>
	level !== undefined || actions.some(({ state }) => state !== undefined);

const yOf = (level: number): number => top + (1 - level) * (height - top - foot);
const xOf = (index: number, count: number): string => `${((index + 0.5) / count) * 100}%`;

function Scale({ subject }: { subject: Subject }) {
	return (
		<svg class="years-scale" width="100%" height={height} aria-hidden="true">
			{scaleOf(subject).map(([level, word]) => (
				<text key={word} x="0" y={yOf(level) + 5}>
					{word}
				</text>
			))}
		</svg>
	);
}

function Segment({ compared, index }: { compared: readonly ComparedYear[]; index: number }) {
	const [before, now] = [compared[index - 1], compared[index]];
	if (before?.level === undefined || now?.level === undefined || !now.link?.comparable) return null;
	const x = { x1: xOf(index - 1, compared.length), x2: xOf(index, compared.length) };
	return <line class="years-line" {...x} y1={yOf(before.level)} y2={yOf(now.level)} />;
}

function Point({ year: { level, set }, x }: { year: ComparedYear; x: string }) {
	if (level === undefined) return null;
	return (
		<>
			<circle class="years-point" cx={x} cy={yOf(level)} r="5" />
			{set && (
				<text x={x} y={yOf(level) - 10} text-anchor="middle">
					{set.progress.achieved}/{set.progress.applicable}
				</text>
			)}
		</>
	);
}
