// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';
import { flag } from '../../../src/domain/record/fields.ts';
import type { Role } from '../../../src/domain/record/operation.ts';
import { readField } from '../../../src/domain/record/readField.ts';
import { ReviewSetting } from '../../../src/features/settings/ReviewSetting.tsx';
import type { Session } from '../../../src/session/session.ts';
import { elementary } from '../../session/browser.ts';
import { good } from '../../store/profile.ts';
import { happens, standing } from '../../ui/page.ts';

async function setting(role: Role) {
	const browser = await elementary();
	const { store } = await browser.visits();
	await good(store.setAuthor({ role, label: '' }));
	store.close();
	const { session } = await browser.visits();
	return { session, ...standing(<ReviewSetting session={session} />) };
}

const checksFirst = (session: Session) => readField(session.record(), 'year', 'checksFirst', flag).value;

describe('「教頭が先に確認する」', () => {
	test.each(['ictLead', 'vicePrincipal', 'principal'] as const)(
		'%s turns it on, and may take it back',
		async (role) => {
			const { session, one } = await setting(role);
			const box = one<HTMLInputElement>('input');
			expect([box.checked, box.disabled]).toEqual([false, false]);
			box.checked = true;
			happens(box, 'change');
			await act(async () => session.refresh());
			expect([checksFirst(session), one<HTMLInputElement>('input').checked]).toEqual([true, true]);
			session.notice.value?.undo?.();
			await act(async () => session.refresh());
			expect([checksFirst(session), one<HTMLInputElement>('input').checked]).toEqual([false, false]);
		},
	);

	test('a teacher reads how it is and who may change it', async () => {
		const { one } = await setting('teacher');
		expect(one<HTMLInputElement>('input').disabled).toBe(true);
		expect(one('section').textContent).toContain('変えられるのは、ICT担当・教頭・校長の端末です。');
	});
});
