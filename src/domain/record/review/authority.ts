import { deletedField } from '../liveness.ts';
import type { Operation } from '../operation.ts';
import { stateNamed } from './states.ts';

/** Who may say what in `review/<phase>`: the state that its field `state` names → roles whose key must have signed it. */
const signers: Readonly<Record<string, readonly string[]>> = {
	draft: ['ictLead', 'vicePrincipal', 'principal', 'board'],
	submitted: ['ictLead', 'vicePrincipal', 'principal'],
	checked: ['vicePrincipal'],
	returned: ['vicePrincipal', 'principal'],
	approved: ['principal'],
	accepted: ['board'],
};

/** Posts that take part in a review and may put words beside it. */
const takingPart = ['ictLead', 'vicePrincipal', 'principal', 'board'];

/** 校長確認 and its comments count only with the signature of a device whose post may make them. */
export const mustBeSigned = ({ entity }: Pick<Operation, 'entity'>): boolean =>
	entity.startsWith('review/') || entity.startsWith('comment/');

/**
 * Whether a key of this role may sign this operation of the review. States of a newer version are the principal's, and
 * so is deleting a review: whoever could delete it could take an approval back. Sending one □ back is for those who may
 * send back the whole.
 */
export function maySign(
	role: string,
	{ entity, field, value }: Pick<Operation, 'entity' | 'field' | 'value'>,
): boolean {
	if (entity.startsWith('comment/')) {
		return field === 'returns' ? ['vicePrincipal', 'principal'].includes(role) : takingPart.includes(role);
	}
	if (field === deletedField) return role === 'principal';
	if (field !== 'state') return takingPart.includes(role);
	const state = stateNamed(value);
	const known = typeof state === 'string' && Object.hasOwn(signers, state) ? signers[state] : undefined;
	return (known ?? ['principal']).includes(role);
}
