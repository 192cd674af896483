import { useEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '../../session/session.ts';
import type { Years } from '../../session/years.ts';
import type { RecordStore } from '../../store/recordStore.ts';
import { NewYearConfirm } from './NewYearConfirm.tsx';
import type { TurnDone } from './NewYearDone.tsx';
import { NewYearLineage } from './NewYearLineage.tsx';
import { NewYearStanding } from './NewYearStanding.tsx';
import type { FoundTurn } from './newYearFound.ts';
import { type Kept, nothingChosen, readKept, type WizardStep, writeKept } from './newYearKept.ts';

/** What every step of the wizard is handed. */
export interface StepProps {
	session: Session;
	found: FoundTurn;
	/** Ids of the □ to be carried over, of those that still can be. */
	chosen: ReadonlySet<string>;
}

interface NewYearWizardProps {
	session: Session;
	years: Years;
	store: () => Promise<RecordStore>;
	found: FoundTurn;
	onDone: (done: TurnDone) => void;
}

const steps: readonly { step: WizardStep; words: string }[] = [
	{ step: 1, words: '昨年度をふり返る' },
	{ step: 2, words: '引き継ぐ□をえらぶ' },
	{ step: 3, words: '確かめて始める' },
];

/** Three steps. What was chosen is kept on this device with every tap, so that it can be left at any time. */
export function NewYearWizard({ session, years, store, found, onDone }: NewYearWizardProps) {
	const { from } = found.turn;
	const [kept, setKept] = useState<Kept>();
	const part = useRef<HTMLDivElement>(null);
	/** A person has gone to another step: its heading gets the focus, as after a change of page. */
	const moved = useRef(false);
	useEffect(() => {
		let current = true;
		const take = (read: Kept) => current && setKept(read);
		readKept(store, from).then(take, () => take(nothingChosen));
		return () => {
			current = false;
		};
	}, [store, from]);
	useEffect(() => {
		if (!moved.current) return;
		moved.current = false;
		part.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
		part.current?.scrollIntoView();
	}, [kept?.step]);
	if (!kept) return null;
	const keep = (change: Partial<Kept>) => {
		const next = { ...kept, ...change };
		setKept(next);
		// What cannot be kept stands on the page all the same.
		void writeKept(store, from, next).catch(() => undefined);
	};
	const go = (step: WizardStep) => {
		moved.current = step !== kept.step;
		keep({ step });
	};
	const offered = [...found.items, ...found.own].filter(({ offer }) => offer).map(({ id }) => id);
	const shared = { session, found, chosen: new Set(kept.chosen.filter((id) => offered.includes(id))) };
	return (
		<>
			<nav aria-label="年度替わりの手順">
				<ol class="turn-steps">
					{steps.map(({ step, words }) => (
						<li key={step}>
							<button type="button" aria-current={step === kept.step ? 'step' : undefined} onClick={() => go(step)}>
								<b class="num">{step}</b>
								{words}
							</button>
						</li>
					))}
				</ol>
			</nav>
			<div ref={part}>
				{kept.step === 1 && <NewYearStanding {...shared} current={years.current()} onNext={() => go(2)} />}
				{kept.step === 2 && (
					<NewYearLineage {...shared} onChoose={(chosen) => keep({ chosen: [...chosen] })} onNext={() => go(3)} />
				)}
				{kept.step === 3 && <NewYearConfirm {...shared} years={years} onBack={() => go(2)} onDone={onDone} />}
			</div>
		</>
	);
}
