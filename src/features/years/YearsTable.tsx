import type { ComponentChildren } from 'preact';
import { labelOf, westernLabelOf } from '../../domain/plan/fiscalYear.ts';
import { type Fact, standingWord } from './yearsFacts.tsx';
import type { ComparedYear } from './yearsSubject.ts';

interface YearsProps {
	compared: readonly ComparedYear[];
	facts: readonly Fact[];
	/** The year that is open in this tab. */
	open: number;
	onOpen: (fiscalYear: number) => void;
}

/** One column per year. */
export function YearsTable({ compared, facts, open, onOpen }: YearsProps) {
	return (
		<table class="years-table num">
			<thead>
				<tr>
					<th scope="col">
						<span class="vh">ならべること</span>
					</th>
					{compared.map((year) => (
						<th key={year.view.fiscalYear} scope="col">
							<YearHead year={year} />
							<Opener year={year} open={open} onOpen={onOpen} />
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{facts
					.filter(({ of }) => compared.some((year) => of(year)))
					.map(({ name, of }) => (
						<tr key={name}>
							<th scope="row">{name}</th>
							{compared.map((year) => (
								<td key={year.view.fiscalYear}>{of(year)}</td>
							))}
						</tr>
					))}
			</tbody>
		</table>
	);
}

/** One block per year, for narrow windows. */
export function YearsList({ compared, facts, open, onOpen }: YearsProps) {
	return (
		<ol class="years-list num">
			{compared.map((year) => (
				<li key={year.view.fiscalYear}>
					<h2>
						<YearHead year={year} />
					</h2>
					<dl class="facts">
						{facts.map(({ name, of }) => {
							const said = of(year);
							return said ? <NamedFact key={name} name={name} said={said} /> : null;
						})}
					</dl>
					<Opener year={year} open={open} onOpen={onOpen} />
				</li>
			))}
		</ol>
	);
}

function NamedFact({ name, said }: { name: string; said: ComponentChildren }) {
	return (
		<>
			<dt>{name}</dt>
			<dd>{said}</dd>
		</>
	);
}

function YearHead({ year }: { year: ComparedYear }) {
	const { fiscalYear } = year.view;
	const standing = standingWord(year);
	return (
		<>
			{labelOf(fiscalYear)}
			<span class="years-western">{westernLabelOf(fiscalYear)}</span>
			{standing && <span class="years-standing">{standing}</span>}
		</>
	);
}

/** A year that has no edition yet, or has not begun, cannot be opened. */
function Opener({ year, open, onOpen }: { year: ComparedYear } & Pick<YearsProps, 'open' | 'onOpen'>) {
	const { fiscalYear, edition, standing } = year.view;
	if (fiscalYear === open) return <p class="years-open">いま開いている年度です</p>;
	if (!edition || standing === 'future') return null;
	return (
		<button type="button" class="btn btn-line" onClick={() => onOpen(fiscalYear)}>
			<span class="vh">{labelOf(fiscalYear)}：</span>この年度を開く
		</button>
	);
}
