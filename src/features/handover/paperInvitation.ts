import { useCallback, useEffect, useState } from 'preact/hooks';
import { invitationAddress } from '../../domain/exchange/code.ts';
import type { HandoverInvitation } from '../../domain/exchange/enrolment.ts';
import type { QrPath } from '../../files/qr.ts';
import { type Told, toldOf } from '../../ui/Refused.tsx';
import type { HandoverDeps } from './handoverDeps.ts';

const cannotMake = 'いまはつながらないため、用紙の招待をつくれません。招待のない用紙は、このまま印刷できます。';
const cannotEnd = 'いまはつながらないため、用紙の招待を取り消せません。つながるところで、もう一度お試しください。';

/** What is printed on the sheet. The code is known here only: the endpoint keeps its hash. */
export interface PrintedInvitation {
	readonly code: string;
	readonly picture: QrPath;
	/** ISO time. */
	readonly expiresAt: string;
}

export interface PaperInvitation {
	/** What the school knows of; undefined where that cannot be asked now. */
	readonly standing: HandoverInvitation | null | undefined;
	/** Made on this page, and lost when it is left. */
	readonly printed: PrintedInvitation | undefined;
	readonly refusal: Told | undefined;
	readonly busy: boolean;
	readonly make: () => Promise<void>;
	/** Resolves to what is told of a refusal. */
	readonly end: () => Promise<Told | undefined>;
}

/** The invitation on the sheet for the successor: whether one is out, making one, ending it. */
export const usePaperInvitation = (deps: HandoverDeps, enrolled: boolean): PaperInvitation => {
	const [standing, setStanding] = useState<HandoverInvitation | null>();
	const [printed, setPrinted] = useState<PrintedInvitation>();
	const [refusal, setRefusal] = useState<Told>();
	const [busy, setBusy] = useState(false);
	const look = useCallback(async () => {
		if (!enrolled) return;
		const answer = await deps
			.sync()
			.then((loaded) => loaded.handoverInvitation())
			.catch(() => undefined);
		setStanding(answer?.ok ? answer.value : undefined);
	}, [deps, enrolled]);
	useEffect(() => void look(), [look]);
	const make = async () => {
		if (busy) return;
		setBusy(true);
		const made = await makeInvitation(deps).catch(() => ({ sentence: cannotMake, calm: true }));
		setBusy(false);
		setRefusal('sentence' in made ? made : undefined);
		if ('code' in made) setPrinted(made);
		await look();
	};
	const end = async () => {
		const answer = await deps
			.sync()
			.then((loaded) => loaded.endHandoverInvitation())
			.catch(() => undefined);
		if (!answer) return { sentence: cannotEnd, calm: true };
		if (!answer.ok) return toldOf(answer.refusal, cannotEnd);
		setPrinted(undefined);
		await look();
		return undefined;
	};
	return { standing, printed, refusal, busy, make, end };
};

const makeInvitation = async ({ sync, origin }: HandoverDeps): Promise<PrintedInvitation | Told> => {
	const [loaded, { qrSvgPath }] = await Promise.all([sync(), import('../../files/qr.ts')]);
	const answer = await loaded.invite('ictLead', 'handover');
	if (!answer.ok) return toldOf(answer.refusal, cannotMake);
	const { code, expiresAt } = answer.value;
	return { code, expiresAt, picture: qrSvgPath(invitationAddress(origin, code)) };
};
