// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { closeYear } from '../../../src/domain/record/closing.ts';
import { type DeviceDeps, SettingsPage } from '../../../src/features/settings/SettingsPage.tsx';
import { elementary } from '../../session/browser.ts';
import { standing } from '../../ui/page.ts';

test('in a closed year what belongs to its record is read and not set, with the reason; the device’s own is still set', async () => {
	const { session, store } = await (await elementary()).visits();
	const device: DeviceDeps = {
		store: async () => store,
		preferences: { textSize: () => 'standard', setTextSize: () => undefined },
		appVersion: '1',
		licences: async () => '',
	};
	const backup = { digest: async () => new ArrayBuffer(32), now: () => 0, appVersion: '1', save: () => undefined };
	const { one, all } = standing(
		<SettingsPage session={session} device={device} backup={backup} enrolledAs={undefined} exchange={null} />,
	);
	const fields = () => all<HTMLInputElement>('#school-name, [name=schoolType], .check input');
	expect(fields().length).toBeGreaterThan(4);
	expect(fields().filter((each) => each.closest('fieldset:disabled'))).toEqual([]);

	await act(async () => void (await session.take({ edits: closeYear })));
	expect(fields().filter((each) => !each.closest('fieldset:disabled'))).toEqual([]);
	expect(one('.read-only').textContent).toContain('令和8年度は締めくくられているため、書き込めません。');
	expect(one('#device-label').closest('fieldset:disabled')).toBeNull();
});
