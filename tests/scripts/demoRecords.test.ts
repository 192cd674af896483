import { describe, expect, test } from 'vitest';
import { isHoliday, schoolDays } from '../../scripts/demo/schoolDays.ts';
import { citySchools, municipality } from '../../scripts/demo/schools.ts';
import { type DemoYear, schoolYears } from '../../scripts/demo/schoolYears.ts';
import { demoEditions } from '../../scripts/demoCity.ts';
import { SchoolsRequest } from '../../src/domain/exchange/board.ts';
import { OperationSchema } from '../../src/domain/exchange/operations.ts';
import { tokyoDate } from '../../src/domain/plan/fiscalYear.ts';
import { foldRecord } from '../../src/domain/record/fold.ts';
import type { Json } from '../../src/domain/record/operation.ts';
import { personalWordsIn } from '../../src/domain/record/personalWords.ts';
import { partsOfId } from '../../src/domain/record/versionVector.ts';
import { SummarySchema } from '../../src/domain/summary/schema.ts';
import { summarise } from '../../src/domain/summary/summarise.ts';
import { everything, six, source, today } from './demoSample.ts';

const [edition2025] = demoEditions.filter(({ fiscalYear }) => fiscalYear === 2025);
if (!edition2025) throw new Error('no edition');

const logs = six.flatMap(({ school, years, habit }) => years.map((year) => ({ school, habit, ...year })));
const thisYear = ({ years }: { years: readonly DemoYear[] }) => years.find(({ fiscalYear }) => fiscalYear === 2026);

describe('the schools of the city', () => {
	test('are 190 of all types, as a board would register them', () => {
		expect(SchoolsRequest.safeParse({ schools: citySchools }).success).toBe(true);
		const types = [...new Set(citySchools.map(({ schoolType }) => schoolType))];
		expect(types.map((type) => [type, citySchools.filter(({ schoolType }) => schoolType === type).length])).toEqual([
			['elementary', 118],
			['lowerSecondary', 62],
			['upperSecondary', 3],
			['secondary', 2],
			['specialNeeds', 5],
		]);
		expect(citySchools.filter(({ units }) => units.includes('hospitalClass')).length).toBeGreaterThan(2);
	});

	test('cannot be mistaken for real ones: each says so, and no 都道府県 has the number in its code', () => {
		for (const { name, code } of citySchools) {
			expect(name).toMatch(/^[^（]+（架空）$/);
			expect(code).toMatch(/^[BCDE][12]992\d{8}$/);
		}
		expect(new Set(citySchools.map(({ name }) => name)).size).toBe(190);
		expect(new Set(citySchools.map(({ code }) => code)).size).toBe(190);
		expect(municipality.name).toContain('（架空）');
	});
});

describe('their days', () => {
	test('know the holidays, the substitutes and the day between two of them', () => {
		const days = (from: string, to: string) => {
			const found: string[] = [];
			for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
				const date = new Date(at).toISOString().slice(0, 10);
				if (isHoliday(date)) found.push(date.slice(5));
			}
			return found;
		};
		const spring = ['01-01', '01-12', '02-11', '02-23', '03-20', '04-29', '05-03', '05-04', '05-05', '05-06'];
		const autumn = ['07-20', '08-11', '09-21', '09-22', '09-23', '10-12', '11-03', '11-23'];
		expect(days('2026-01-01', '2026-12-31')).toEqual([...spring, ...autumn]);
		expect(days('2025-02-20', '2025-05-10')).toEqual([
			'02-23',
			'02-24',
			'03-20',
			'04-29',
			'05-03',
			'05-04',
			'05-05',
			'05-06',
		]);
		expect(days('2027-03-15', '2027-03-31')).toEqual(['03-21', '03-22']);
	});

	test('are about 200 a year', () => {
		for (const year of [2025, 2026, 2027]) {
			const days = schoolDays(year, edition2025.schoolCalendar);
			expect(days.length).toBeGreaterThan(190);
			expect(days.length).toBeLessThan(215);
		}
	});

	test('are the only ones on which anything is written or done, and all of them are over', () => {
		const open = new Set([2025, 2026].flatMap((year) => schoolDays(year, edition2025.schoolCalendar)));
		const written = everything.map(({ at }) => tokyoDate(Date.parse(at)));
		const done = everything.filter(({ field }) => field === 'date').map(({ value }) => String(value));
		for (const day of new Set([...written, ...done])) {
			expect(open.has(day), day).toBe(true);
			expect(day < today, day).toBe(true);
		}
	});
});

describe('the records of six schools', () => {
	test('are operations as the app writes them, counted without a gap by every device', () => {
		for (const operation of everything) expect(OperationSchema.safeParse(operation).success, operation.id).toBe(true);
		const parts = everything.map(({ id }) => partsOfId(id));
		const devices = new Set(parts.map(({ device }) => device));
		expect(devices.size).toBeGreaterThan(10);
		for (const device of devices) {
			expect(device).toMatch(/^[0-9a-f]{32}$/);
			const counted = parts.filter((part) => part.device === device).map(({ n }) => n);
			expect(counted.toSorted((a, b) => a - b)).toEqual(counted.map((_, index) => index + 1));
		}
	});

	test('are of a believable size: last year whole, this year by habit', () => {
		for (const { school, fiscalYear, operations, habit } of logs) {
			const place = `${school.name} ${fiscalYear} ${habit}`;
			const isEmpty = fiscalYear === 2026 && habit === 'nothingYet';
			if (isEmpty) expect(operations, place).toHaveLength(0);
			else expect(operations.length > 60 && operations.length < 400, `${place} ${operations.length}`).toBe(true);
		}
		expect(new Set(six.map(({ habit }) => habit))).toEqual(
			new Set(['diligent', 'average', 'silentSinceSummer', 'nothingYet']),
		);
	});

	test('of last year tell every □ that applies to its end', () => {
		for (const { summary, fiscalYear } of logs) {
			if (fiscalYear !== 2025) continue;
			expect(summary).toBeDefined();
			for (const { status, final, action } of summary?.actions ?? []) {
				expect(status === 'notApplicable' || final !== null, action).toBe(true);
			}
			expect(summary?.progress.achieved).toBeGreaterThan(5);
		}
	});

	test('fall silent where the school has', () => {
		const silent = six.find(({ habit }) => habit === 'silentSinceSummer');
		const written = (silent ? thisYear(silent) : undefined)?.operations.map(({ at }) => at) ?? [];
		expect(written.length).toBeGreaterThan(0);
		expect(written.toSorted().at(-1)?.slice(0, 10) ?? '').toMatch(/^2026-0[67]/);
	});

	test('give summaries that keep to the schema and are what the device would send', () => {
		const sent = logs.filter(({ summary }) => summary);
		expect(sent.length).toBeGreaterThan(8);
		for (const { summary, operations, school, fiscalYear } of sent) {
			expect(SummarySchema.safeParse(summary).success).toBe(true);
			const again = summarise({
				edition: edition2025,
				school: { municipality: municipality.id, code: school.code },
				fold: foldRecord(operations),
				fiscalYear,
				today: '2027-03-31',
				profile: school,
			});
			expect(JSON.stringify(summary)).toBe(JSON.stringify(again));
		}
	});

	test('are the same for the same seed and day, and others for another seed', () => {
		const first = six[0]?.school;
		if (!first) throw new Error('no school');
		expect(JSON.stringify(schoolYears(source, first))).toBe(JSON.stringify(six[0]?.years));
		const other = schoolYears({ ...source, seed: 'another city' }, first);
		expect(JSON.stringify(other)).not.toBe(JSON.stringify(six[0]?.years));
	});

	test('only grow from one day to the next', () => {
		const first = six[0]?.school;
		if (!first) throw new Error('no school');
		const later = schoolYears({ ...source, today: '2026-12-20' }, first)[1]?.operations ?? [];
		const earlier = six[0]?.years[1]?.operations ?? [];
		expect(later.length).toBeGreaterThan(earlier.length);
		expect(later.slice(0, earlier.length)).toEqual(earlier);
	});
});

describe('what they wrote', () => {
	const typed = [
		'result',
		'issue',
		'improvement',
		'nextYear',
		'reason',
		'text',
		'title',
		'place',
		'memo',
		'owner',
		'name',
	];
	/** Cases and the reasons of reviews stand inside of values. */
	const wordsIn = (value: Json): string[] =>
		typeof value === 'object' && value !== null && !Array.isArray(value)
			? Object.entries(value).flatMap(([key, word]) =>
					['title', 'grade', 'what', 'reason'].includes(key) && word !== '' ? [String(word)] : [],
				)
			: [];
	const texts = everything.flatMap(({ field, value }) => (typed.includes(field) ? [String(value)] : wordsIn(value)));

	test('is Japanese, whole, and not the same everywhere', () => {
		expect(texts.length).toBeGreaterThan(600);
		for (const text of texts) {
			expect(text).toMatch(/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ーA-Zａ-ｚ\d□、。・「」（） ]+$/u);
			expect(text).not.toMatch(/undefined|\{|\}/);
		}
		expect(new Set(texts).size).toBeGreaterThan(250);
	});

	test('is signed by posts and names nobody', () => {
		const posts = ['ICT担当', '職員室のChromebook', '校内のiPad', '校長室のiPad', municipality.name];
		const labels = new Set(everything.map(({ by }) => by.label));
		for (const label of labels) expect(posts).toContain(label);
		for (const text of texts) expect(text).not.toMatch(/さん|くん|ちゃん|先生|[^校]長(?!期|い|く)|氏/u);
	});

	test('links only to where nothing is', () => {
		const links = everything.flatMap(({ field, value }) => (field === 'url' ? [String(value)] : []));
		expect(links.length).toBeGreaterThan(3);
		for (const link of links) expect(new URL(link).hostname).toMatch(/\.aoba-model\.example$/);
	});

	test('is shared with the city here and there, in words that name nobody', () => {
		const told = citySchools.flatMap((school) =>
			schoolYears(source, school).flatMap(({ summary }) => summary?.cases ?? []),
		);
		expect(told.length).toBeGreaterThan(3);
		for (const { title, what } of told) expect(personalWordsIn(`${title} ${what}`)).toEqual([]);
	});

	test('contradicts itself somewhere in the city, where two devices did not know of each other', () => {
		const contradicting = citySchools.filter((_, place) => place % 16 === 1 && place < 50);
		const conflicts = contradicting.flatMap((school) =>
			(schoolYears(source, school)[1]?.summary?.actions ?? []).filter(({ conflicting }) => conflicting),
		);
		expect(conflicts.length).toBeGreaterThan(1);
	});
});
