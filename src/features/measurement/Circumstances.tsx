import { useState } from 'preact/hooks';
import type { KeptMeasurement } from '../../domain/record/networkMeasurement.ts';
import { Choice } from '../../ui/Choice.tsx';

const elsewhere = '';

/** Where it is measured, and how many devices use the line meanwhile. Both may stay empty. */
export function Circumstances({
	kept,
	place,
	onPlace,
	onDevices,
}: {
	kept: readonly KeptMeasurement[];
	place: string;
	onPlace: (place: string) => void;
	onDevices: (devices: number | null) => void;
}) {
	const [places] = useState(() => recentPlaces(kept));
	const [chosen, setChosen] = useState(places.includes(place) ? place : elsewhere);
	const choose = (value: string) => {
		setChosen(value);
		onPlace(value);
	};
	return (
		<>
			{places.length > 0 && (
				<Choice
					name="place"
					look="chips"
					label="測る場所"
					chosen={chosen}
					onChoose={choose}
					options={[...places.map((value) => ({ value, content: value })), { value: elsewhere, content: 'ほかの場所' }]}
				/>
			)}
			<div class="measuring-fields">
				{chosen === elsewhere && (
					<label>
						<span class="small">測る場所（空でもよい）</span>
						<input
							class="field"
							defaultValue=""
							maxLength={80}
							placeholder="例：5年1組、体育館"
							autocomplete="off"
							onInput={(event) => !event.isComposing && onPlace(event.currentTarget.value.trim())}
							onCompositionEnd={(event) => onPlace(event.currentTarget.value.trim())}
						/>
					</label>
				)}
				<label>
					<span class="small">いま使っている端末の数（空でもよい）</span>
					<span class="measuring-devices">
						<input
							class="field num"
							inputMode="numeric"
							maxLength={4}
							autocomplete="off"
							onInput={(event) => onDevices(countIn(event.currentTarget.value))}
						/>
						台
					</span>
				</label>
			</div>
		</>
	);
}

/** 「３２」 and 「32台」 are 32; what is no number was not counted. */
const countIn = (typed: string): number | null => {
	const digits = /^(\d{1,4})台?$/.exec(typed.normalize('NFKC').trim())?.[1];
	return digits === undefined ? null : Number(digits);
};

/** The newest first, each once. */
const recentPlaces = (kept: readonly KeptMeasurement[]): string[] =>
	[...new Set([...kept].reverse().flatMap(({ place }) => (place === '' ? [] : [place])))].slice(0, 6);
