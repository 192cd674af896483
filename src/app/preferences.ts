import type { Size, TextSizing } from '../features/settings/TextSize.tsx';
import type { TextShelf } from '../session/snapshot.ts';

/** Also read by the page before any script has run, so that the text does not jump. */
export const textSizeKey = 'masume.textSize';

const sizes: readonly Size[] = ['standard', 'large', 'larger'];

/** How this device likes its pages. Not part of the record: it neither syncs nor goes into a backup. */
export const createPreferences = (shelf: TextShelf, root: HTMLElement): TextSizing => ({
	textSize: () => sizes.find((size) => size === shelf.read(textSizeKey)) ?? 'standard',
	setTextSize: (size) => {
		shelf.write(textSizeKey, size);
		root.dataset.textSize = size;
	},
});
