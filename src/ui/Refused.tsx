import type { Refusal } from '../domain/result.ts';

/** What is told of something that did not work. */
export interface Told {
	readonly sentence: string;
	/** Nobody did anything wrong: there is no connection now. Never told in red. */
	readonly calm: boolean;
}

const withoutAnswer: readonly string[] = ['offline', 'noAnswer', 'endpointDown'];

/** A refusal as it is told here. What it means that there is no answer, only the place where it was asked can say. */
export const toldOf = ({ reason, sentence }: Refusal, withoutConnection: string): Told => {
	const calm = withoutAnswer.includes(reason);
	return { sentence: calm ? withoutConnection : sentence, calm };
};

interface RefusedProps {
	told: Told | undefined;
	id?: string;
}

/** Stands beside what was pressed, empty until there is something to tell. */
export function Refused({ told, id }: RefusedProps) {
	return (
		<p id={id} role="alert" class={told && `refused ${told.calm ? 'note' : 'problem'}`}>
			{told?.sentence}
		</p>
	);
}
