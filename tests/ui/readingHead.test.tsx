// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { ReadingHead } from '../../src/ui/ReadingHead.tsx';
import { standing } from './page.ts';

const reading = (
	<main>
		<ReadingHead title="校長確認" words="記録を読んでいます" />
	</main>
);
const read = (
	<main>
		<section>
			<h1 tabIndex={-1}>校長確認（中間）</h1>
		</section>
	</main>
);

test('the heading of what has been read takes over the focus of the one that waited for it', async () => {
	const { one, draw } = standing(reading);
	one<HTMLElement>('h1').focus();
	draw(read);
	await expect.poll(() => document.activeElement?.textContent).toBe('校長確認（中間）');
});

test('a focus that was elsewhere stays there', async () => {
	const { draw } = standing(reading);
	draw(read);
	await Promise.resolve();
	expect(document.activeElement).toBe(document.body);
});
