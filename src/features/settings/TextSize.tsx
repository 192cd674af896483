import { useState } from 'preact/hooks';
import { Choice } from '../../ui/Choice.tsx';

export type Size = 'standard' | 'large' | 'larger';

export interface TextSizing {
	textSize(): Size;
	setTextSize(size: Size): void;
}

const words: Record<Size, string> = { standard: '標準', large: '大きい', larger: 'とても大きい' };

/** 文字の大きさ, for this device. */
export function TextSize({ preferences }: { preferences: TextSizing }) {
	const [size, setSize] = useState(preferences.textSize());
	return (
		<section>
			<h2>文字の大きさ</h2>
			<Choice
				name="textSize"
				look="chips"
				label="文字の大きさ"
				chosen={size}
				onChoose={(next) => {
					preferences.setTextSize(next);
					setSize(next);
				}}
				options={(['standard', 'large', 'larger'] as const).map((value) => ({ value, content: words[value] }))}
			/>
		</section>
	);
}
