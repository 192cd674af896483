import { schoolTypeWord } from '../../domain/plan/applicability.ts';
import type { Indicator, SchoolType } from '../../domain/plan/edition.ts';
import { shortYear } from './indicatorWords.ts';
import type { SceneState } from './readScene.ts';

interface CityFigureProps {
	scene: SceneState;
	schoolType: SchoolType;
}

/** The rate of schools, 0 to 100 %: ○ where the city stands, ▼ what it aims at, △ the country's KPI; again in words. */
export function CityFigure({ scene: { indicator, target }, schoolType }: CityFigureProps) {
	const { nationalKpi } = indicator;
	return (
		<>
			<RateLine target={target} kpi={nationalKpi.rate} />
			<ul class="rate-words num">
				{target && (
					<>
						<li>
							<Mark shape="now" />
							<span class="vh">市の{schoolTypeWord(schoolType)}の</span>
							{shortYear(target.current.fiscalYear)} {target.current.rate}%
						</li>
						<li>
							<Mark shape="aim" />
							<b>市目標 {target.target.rate}%</b>
						</li>
					</>
				)}
				<li>
					<Mark shape="kpi" />
					国KPI {nationalKpi.rate}%（{shortYear(nationalKpi.fiscalYear)}）
				</li>
			</ul>
		</>
	);
}

function RateLine({ target, kpi }: { target: Indicator['targets'][number] | undefined; kpi: number }) {
	const percent = (rate: number) => `${rate}%`;
	return (
		<div class="rate-line" aria-hidden="true">
			<svg width="100%" height="48" aria-hidden="true">
				<line class="rate-axis" x1="0%" x2="100%" y1="20" y2="20" />
				{[0, 50, 100].map((tick) => (
					<g key={tick}>
						<line class="rate-axis" x1={percent(tick)} x2={percent(tick)} y1="16" y2="24" />
						<text x={percent(tick)} y="45" text-anchor={tick === 0 ? 'start' : tick === 50 ? 'middle' : 'end'}>
							{tick === 50 ? tick : `${tick}%`}
						</text>
					</g>
				))}
				{target && (
					<>
						<line class="rate-way" x1={percent(target.current.rate)} x2={percent(target.target.rate)} y1="20" y2="20" />
						<circle class="rate-now" cx={percent(target.current.rate)} cy="20" r="5" />
						<svg x={percent(target.target.rate)} y="6" width="1" height="1" overflow="visible" aria-hidden="true">
							<path class="rate-aim" d="M-7 0H7L0 11Z" />
						</svg>
					</>
				)}
				<svg x={percent(kpi)} y="23" width="1" height="1" overflow="visible" aria-hidden="true">
					<path class="rate-kpi" d="M-6 10H6L0 0Z" />
				</svg>
			</svg>
		</div>
	);
}

function Mark({ shape }: { shape: 'now' | 'aim' | 'kpi' }) {
	return (
		<svg class="rate-mark" width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
			{shape === 'now' && <circle class="rate-now" r="5" />}
			{shape === 'aim' && <path class="rate-aim" d="M-7 -5H7L0 6Z" />}
			{shape === 'kpi' && <path class="rate-kpi" d="M-6 5H6L0 -5Z" />}
		</svg>
	);
}
