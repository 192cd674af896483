import { setField } from '../../src/domain/record/edits.ts';
import { observationEntity } from '../../src/domain/record/indicators.ts';
import type { Edit, Json } from '../../src/domain/record/operation.ts';
import type { Step } from './step.ts';
import type { ToldSchool, ToldYear } from './told.ts';

/** `a1` to `d4`, in the order of the ministry's sheet. */
export const staffItems: readonly string[] = ['a', 'b', 'c', 'd'].flatMap((letter) =>
	[1, 2, 3, 4].map((n) => `${letter}${n}`),
);

/** What a school enters beside its □: how often devices are used, and what its teachers say they can do. */
export function stepsOfFigures(school: ToldSchool, { observations = [], survey }: ToldYear, edition: string): Step[] {
	const observed = observations.map(({ scene, date, ...fields }): Step => {
		const indicator = `${edition}-${scene}`;
		const entity = observationEntity(indicator, school.idOf(`${indicator} ${date}`));
		const said = Object.entries({ date, ...fields }) as [string, Json | undefined][];
		return { date, device: school.lead, edits: () => said.flatMap((each) => newField(entity, each)) };
	});
	if (!survey) return observed;
	const { date, counts } = survey;
	const surveyed: Step = {
		...{ date, device: school.lead },
		edits: (fold) => [
			setField(fold, 'staff/survey', 'date', date),
			...counts.map((each, n) => setField(fold, `staff/${staffItems[n]}`, 'counts', each)),
		],
	};
	return [...observed, surveyed];
}

const newField = (entity: string, [field, value]: readonly [string, Json | undefined]): Edit[] =>
	value === undefined ? [] : [{ entity, field, value, seen: [] }];
