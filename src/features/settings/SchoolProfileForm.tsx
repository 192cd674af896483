import { defaultUnits, schoolTypeWord, schoolUnitWord } from '../../domain/plan/applicability.ts';
import type { SchoolType, SchoolUnit } from '../../domain/plan/edition.ts';
import { setField } from '../../domain/record/edits.ts';
import { textConflictOf } from '../../session/conflict.ts';
import type { Session } from '../../session/session.ts';
import { Choice } from '../../ui/Choice.tsx';
import { ConflictBox, textShown } from '../../ui/ConflictBox.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { schoolTypesInOrder } from '../../ui/words.ts';

/** Units that a school of this type may have. */
const unitsOf = (schoolType: SchoolType): readonly SchoolUnit[] =>
	schoolType === 'upperSecondary'
		? ['informatics']
		: schoolType === 'secondary'
			? ['specialNeedsClass', 'informatics']
			: ['specialNeedsClass', 'hospitalClass'];

/** School name, 校種 and units: they decide which □ are for this school. */
export function SchoolProfileForm({ session }: { session: Session }) {
	const profile = session.profile.value;
	if (!profile) return null;
	const setType = (schoolType: SchoolType) =>
		session.take({
			words: `校種を「${schoolTypeWord(schoolType)}」にしました`,
			edits: (fold) => [
				setField(fold, 'school', 'schoolType', schoolType),
				setField(fold, 'school', 'units', [...defaultUnits(schoolType)]),
			],
		});
	const setUnit = (unit: SchoolUnit, has: boolean) => {
		const next = has ? [...profile.units, unit] : profile.units.filter((each) => each !== unit);
		void session.set('school', 'units', [...next], {
			words: `${schoolUnitWord(unit)}を「${has ? 'ある' : 'ない'}」にしました`,
		});
	};
	const seen = session
		.record()
		.heads('school', 'name')
		.map((head) => session.record().nameOf(head));
	return (
		<section>
			<h2>学校</h2>
			<div class="stack">
				<div>
					<label class="label" for="school-name">
						学校名
					</label>
					<TextField
						id="school-name"
						singleLine
						maxLength={60}
						placeholder="例：○○市立○○小学校"
						value={profile.name}
						seen={seen}
						onCommit={(text, seen) => void session.set('school', 'name', text.trim(), { seen })}
					/>
				</div>
				<ConflictBox
					conflict={textConflictOf(session, 'school', 'name', '学校名')}
					shown={textShown}
					until="あとから入力されたほう"
				/>
				<fieldset>
					<legend class="label">校種</legend>
					<Choice
						name="schoolType"
						look="chips"
						label="校種"
						chosen={profile.schoolType}
						onChoose={setType}
						options={schoolTypesInOrder.map((value) => ({ value, content: schoolTypeWord(value) }))}
					/>
				</fieldset>
				<ConflictBox
					conflict={textConflictOf(session, 'school', 'schoolType', '校種')}
					shown={(value) => (typeof value === 'string' ? schoolTypeWord(value as SchoolType) : '（空）')}
					until="あとから入力されたほう"
				/>
				<fieldset>
					<legend class="label">この学校にあるもの</legend>
					<p class="small quiet">計画の□のうち、対象になるものが変わります。</p>
					{unitsOf(profile.schoolType).map((unit) => (
						<label key={unit} class="check">
							<input
								type="checkbox"
								checked={profile.units.includes(unit)}
								onChange={({ currentTarget }) => setUnit(unit, currentTarget.checked)}
							/>
							{schoolUnitWord(unit)}
						</label>
					))}
				</fieldset>
			</div>
		</section>
	);
}
