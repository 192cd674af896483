// @vitest-environment happy-dom
import { type ComponentType, options, type VNode } from 'preact';
import { act } from 'preact/test-utils';
import { LocationProvider } from 'preact-iso';
import { afterEach, expect, test } from 'vitest';
import { ChecklistPage } from '../../src/features/checklist/ChecklistPage.tsx';
import { elementary, lesson } from '../session/browser.ts';
import { standing } from '../ui/page.ts';

// How long a tick takes is `npm run bench`'s business: milliseconds of a shared machine fail for other people's reasons.
// What is drawn for it is the same on every machine, and is what makes it quick.

const { diffed } = options;
afterEach(() => {
	if (diffed) options.diffed = diffed;
	else delete options.diffed;
});

/** Names of the components that were drawn, as often as they were. */
function drawnBy(): string[] {
	const names: string[] = [];
	options.diffed = (vnode: VNode) => {
		if (typeof vnode.type === 'function') names.push((vnode.type as ComponentType).displayName ?? vnode.type.name);
		diffed?.(vnode);
	};
	return names;
}

/** Rows in which anything changed, down to a letter. */
function rowsChangedIn(page: Element): ReadonlySet<string> {
	const rows = new Set<string>();
	new MutationObserver((records) => {
		for (const { target } of records) {
			const row = (target instanceof Element ? target : target.parentElement)?.closest('.action-row');
			if (row) rows.add(row.id);
		}
	}).observe(page, { subtree: true, childList: true, attributes: true, characterData: true });
	return rows;
}

test('one tick draws its own row and the counters, and no other row, until it is written', async () => {
	const { session } = await (await elementary()).visits();
	const { one } = standing(
		<LocationProvider>
			<ChecklistPage session={session} narrow={false} />
		</LocationProvider>,
	);
	const rows = rowsChangedIn(one('.policy').parentElement as Element);
	const drawn = drawnBy();

	await act(async () => {
		await session.tick(lesson, '1-(1)-①');
	});
	await new Promise((resolve) => setTimeout(resolve));

	expect([...rows]).toEqual([lesson]);
	expect(one('.page-head').textContent).toContain('1 達成');
	expect(drawn.filter((name) => name === 'ActionRow')).toHaveLength(1);
	expect(drawn.filter((name) => name.endsWith('Section'))).toEqual([]);
});
