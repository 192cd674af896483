import { deletedField } from './liveness.ts';
import type { Operation } from './operation.ts';

/** Who may say what in `review/<phase>`: the value of its field `state` → roles whose key must have signed it. */
const signers: Readonly<Record<string, readonly string[]>> = {
	draft: ['ictLead', 'vicePrincipal', 'principal'],
	submitted: ['ictLead', 'vicePrincipal', 'principal'],
	returned: ['vicePrincipal', 'principal'],
	approved: ['principal'],
	accepted: ['board'],
};

/** Operations of the review count only with the signature of a device whose post may make them. */
export const mustBeSigned = ({ entity }: Pick<Operation, 'entity'>): boolean => entity.startsWith('review/');

/**
 * Whether a key of this role may sign this operation of the review. States of a newer version are the principal's, and
 * so is deleting: whoever could delete a review could take an approval back.
 */
export function maySign(role: string, { field, value }: Pick<Operation, 'field' | 'value'>): boolean {
	if (field === deletedField) return role === 'principal';
	if (field !== 'state') return ['ictLead', 'vicePrincipal', 'principal', 'board'].includes(role);
	const known = typeof value === 'string' && Object.hasOwn(signers, value) ? signers[value] : undefined;
	return (known ?? ['principal']).includes(role);
}
