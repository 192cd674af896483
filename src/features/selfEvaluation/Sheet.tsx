import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SelfEvaluation } from '../../domain/report/model.ts';
import { SheetHead, SheetPassage, SmallTable } from './SheetParts.tsx';
import { SheetTable } from './SheetTable.tsx';
import { type FlowPart, flowOf } from './sheetFlow.ts';
import { measureSheet, type TornWords } from './sheetMeasure.ts';
import { type PagePart, pagesOf, type SheetPage, type Slice } from './sheetPages.ts';
import './sheet.css';

/** The report as it lies on paper: what was drawn when, so that a page never mixes two. */
interface Laid {
	readonly report: SelfEvaluation;
	readonly flow: readonly FlowPart[];
	readonly torn: TornWords;
	readonly pages: readonly SheetPage[];
}

interface SheetProps {
	report: SelfEvaluation;
	/** Hears how many pages it makes. */
	onPages: (count: number) => void;
}

/**
 * White pages of A4 landscape; each is one page of print. Everything is first set on a measuring sheet that nobody sees,
 * and broken into pages by the heights it has there.
 */
export function Sheet({ report, onPages }: SheetProps) {
	const [laid, setLaid] = useState<Laid>();
	const measuring = useRef<HTMLDivElement>(null);
	const isNew = laid?.report !== report;
	useLayoutEffect(() => {
		const root = measuring.current;
		if (!isNew || !root) return;
		const flow = flowOf(report);
		const { parts, torn, room } = measureSheet(root, flow);
		const pages = pagesOf(parts, room);
		setLaid({ report, flow, torn, pages });
		onPages(pages.length);
	}, [report, isNew]);
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
		<section class="se-desk" aria-label="自己評価書の紙面" tabIndex={0}>
			{laid?.pages.map((page, index) => (
				<Page key={index} laid={laid} page={page} number={index + 1} />
			))}
			{isNew && (
				<div class="se-unseen" ref={measuring} aria-hidden="true">
					<Measuring report={report} />
				</div>
			)}
		</section>
	);
}

const nothingTorn: TornWords = new Map();

function Measuring({ report }: { report: SelfEvaluation }) {
	return (
		<article class="se-page">
			<div class="se-body" data-room />
			<Foot report={report} number={1} of={1} />
			<div class="se-all">
				{flowOf(report).map((part) => (
					<DrawnPart key={part.key} {...{ part, report }} slices={everyPiece(part)} torn={nothingTorn} measuring />
				))}
			</div>
		</article>
	);
}

const everyPiece = (part: FlowPart): Slice[] => {
	const count = part.kind === 'plan' ? part.pieces.length : part.kind === 'table' ? part.table.rows.length : 1;
	return Array.from({ length: count }, (_, piece) => ({ piece }));
};

function Page({ laid, page, number }: { laid: Laid; page: SheetPage; number: number }) {
	const { report, flow, torn, pages } = laid;
	return (
		<article class="se-page" aria-label={`${number}ページ`}>
			<div class="se-body">
				{page.map(({ key, slices }: PagePart) => {
					const part = flow.find((each) => each.key === key);
					return part && <DrawnPart key={key} {...{ part, report, slices, torn }} />;
				})}
			</div>
			<Foot report={report} number={number} of={pages.length} />
		</article>
	);
}

interface DrawnPartProps {
	part: FlowPart;
	report: SelfEvaluation;
	slices: readonly Slice[];
	torn: TornWords;
	measuring?: boolean;
}

function DrawnPart({ part, report, slices, torn, measuring = false }: DrawnPartProps) {
	if (part.kind === 'head') return <SheetHead head={report.head} />;
	if (part.kind === 'passage') return <SheetPassage passage={part.passage} partKey={part.key} {...{ slices, torn }} />;
	if (part.kind === 'table') return <SmallTable table={part.table} partKey={part.key} slices={slices} />;
	return <SheetTable columns={report.columns} pieces={part.pieces} {...{ slices, torn, measuring }} />;
}

function Foot({ report, number, of }: { report: SelfEvaluation; number: number; of: number }) {
	const { school, title, audience } = report.head;
	return (
		<footer class="se-foot num">
			<span>
				{title}　{audience}
			</span>
			<span>
				{school}　{number} / {of}
			</span>
		</footer>
	);
}
