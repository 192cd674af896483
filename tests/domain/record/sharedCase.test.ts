import { describe, expect, test } from 'vitest';
import { readSharedCase } from '../../../src/domain/record/attachments.ts';
import { addOccurrence, setField } from '../../../src/domain/record/edits.ts';
import { caseLimits, caseRefusal, sharedCaseIn } from '../../../src/domain/record/sharedCase.ts';
import { Device, meet } from './devices.ts';

const told = {
	title: '地図づくり',
	grade: '5年',
	what: '地図を作り、\n発表した。',
	link: 'https://aoba.example/a?b=1#c',
};

describe('a case to share', () => {
	test('is taken as it was typed', () => {
		expect(caseRefusal(told)).toBeUndefined();
		expect(sharedCaseIn(told)).toEqual(told);
		expect(sharedCaseIn({ title: '題', what: '' })).toEqual({ title: '題', grade: '', what: '', link: '' });
	});

	test.each([
		['題名を入れて', { title: ' ' }],
		['何をしたかを入れて', { what: '\n' }],
		['題名か学年が長すぎます', { title: '長'.repeat(caseLimits.title + 1) }],
		['題名か学年が長すぎます', { grade: '長'.repeat(caseLimits.grade + 1) }],
		['何をしたかが長すぎます', { what: '長'.repeat(caseLimits.what + 1) }],
		['リンクの形', { link: 'aoba.example' }],
		['リンクの形', { link: 'javascript:alert(1)' }],
		['リンクの形', { link: 'https://taro@aoba.example/' }],
		['リンクの形', { link: 'https://aoba.example/"onclick' }],
		['リンクの形', { link: `https://aoba.example/${'x'.repeat(caseLimits.link)}` }],
		['読めない文字', { title: '題\u0007' }],
		['読めない文字', { what: '半分\ud800' }],
	])('is refused with 「%s」', (sentence, fault) => {
		const typed = { ...told, ...fault };
		expect(caseRefusal(typed)).toContain(sentence);
		if (!('what' in fault && fault.what === '\n')) expect(sharedCaseIn(typed)).toBeUndefined();
	});

	test.each([null, 'text', 7, [], [told], {}, { title: 1, what: '' }, { ...told, link: 1 }])('%j is none', (value) => {
		expect(sharedCaseIn(value)).toBeUndefined();
	});
});

test('of two that disagree, one that takes it back is shown first; nothing leaves by accident', () => {
	const [lead, other] = [new Device('a'), new Device('b')];
	lead.does(addOccurrence('o1', { action: 'x-1', date: '2025-10-03' }));
	lead.does(setField(lead.fold, 'occurrence/o1', 'shared', told));
	other.hears(lead);
	other.does(setField(other.fold, 'occurrence/o1', 'shared', null));
	lead.does(setField(lead.fold, 'occurrence/o1', 'shared', { ...told, title: '直した題' }));
	const reading = readSharedCase(meet(lead, other), 'o1');
	expect(reading.value).toBeNull();
	expect(reading.others.map(({ value }) => value?.title)).toEqual(['直した題']);
});
