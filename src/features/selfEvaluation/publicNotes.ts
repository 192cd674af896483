import type { SelfEvaluation } from '../../domain/report/model.ts';
import { publicWarnings } from '../../domain/report/publicWarnings.ts';

/** What is to be checked before a public file is published: said where it is taken without having the public version in sight. */
export function publicNotes(shown: SelfEvaluation, lookedAt: SelfEvaluation['request']): readonly string[] {
	if (lookedAt.audience === 'public') return [];
	const count = publicWarnings(shown).length;
	const found = count === 0 ? '' : `人や連絡先のように見えることばが${count}か所あります。`;
	return [`これは公表用です。${found}公表する前に、あて先を「公表用」にして「公表する前に確かめる」を見てください。`];
}
