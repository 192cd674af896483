import { randomBytes, webcrypto } from 'node:crypto';
import type { EnrolmentAnswer } from '../../src/domain/exchange/enrolment.ts';
import { signedText } from '../../src/domain/exchange/signature.ts';
import { foldRecord } from '../../src/domain/record/fold.ts';
import { type Edit, stampEdits } from '../../src/domain/record/operation.ts';
import { nameContent } from '../../src/domain/record/review/content.ts';
import { readReview, reviewEdit } from '../../src/domain/record/review/readReview.ts';

const { subtle } = webcrypto;
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/**
 * A principal whose device nobody looks at: it enrols with the school's code, submits 中間 as it stands (nothing was
 * recorded yet) and approves it. What is signed is signed as by any device.
 */
export async function principalApproves(url: string, code: string, fiscalYear: number): Promise<void> {
	const { publicKey, privateKey } = await subtle.generateKey(algorithm, false, ['sign', 'verify']);
	const { kty, crv, x, y } = await subtle.exportKey('jwk', publicKey);
	const device = randomBytes(16).toString('hex');
	const ask = async (path: string, body: object, token?: string): Promise<unknown> => {
		const answer = await fetch(`${url}/api/v1${path}`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
			body: JSON.stringify(body),
		});
		const text = await answer.text();
		if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
		return JSON.parse(text);
	};
	const enrolled = (await ask('/enrolments', {
		...{ code, device, role: 'principal', label: '校長室のiPad', publicKey: { kty, crv, x, y } },
	})) as EnrolmentAnswer;
	const { municipality, code: school } = enrolled.school;

	const fold = foldRecord([]);
	const content = nameContent(fold);
	const does = async (edit: Edit) => {
		const [operation] = stampEdits([edit], {
			...{ device, counter: fold.size + 1, lamport: fold.lamport + 1, at: new Date().toISOString() },
			by: { role: 'principal', label: '校長室のiPad' },
		});
		if (!operation) throw new Error('nothing was done');
		const text = new TextEncoder().encode(signedText(operation, { municipality, school, fiscalYear }));
		const value = Buffer.from(await subtle.sign(algorithm, privateKey, text)).toString('base64url');
		const signed = { ...operation, signature: { key: enrolled.keyId, value } };
		const { epoch, token } = enrolled;
		await ask(`/schools/${school}/years/${fiscalYear}/operations`, { epoch, operations: [signed] }, token);
		fold.add(signed);
	};
	await does(reviewEdit(readReview(fold, 'midyear'), { state: 'submitted', content }));
	await does(reviewEdit(readReview(fold, 'midyear'), { state: 'approved', content }));
}
