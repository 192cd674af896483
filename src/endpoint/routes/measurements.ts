import { DownloadQuery, measuringBounds, UploadAnswer } from '../../domain/exchange/measuring.ts';
import type { Random } from '../access/secrets.ts';
import { bytesAnswer, type DeviceCall, forDevices, type Outcome, type Route, refused } from '../api/route.ts';

/** Chance is given in portions of at most this many bytes. */
const portion = 65_536;

/** Larger than what compression on the way looks back over, so that repeating it stays as long as it is. */
const noiseBytes = 16 * portion;

let noise: Uint8Array | undefined;

/** Bytes that cannot be made smaller, drawn once: they are no secret. */
function noiseFrom(random: Random): Uint8Array {
	if (noise) return noise;
	const drawn = new Uint8Array(noiseBytes);
	for (let at = 0; at < noiseBytes; at += portion) random(drawn.subarray(at, at + portion));
	noise = drawn;
	return drawn;
}

function streamOf(bytes: number, random: Random): ReadableStream<Uint8Array> {
	let left = bytes;
	return new ReadableStream({
		pull(stream) {
			if (left === 0) return stream.close();
			const piece = noiseFrom(random).subarray(0, Math.min(left, noiseBytes));
			left -= piece.byteLength;
			stream.enqueue(piece);
		},
	});
}

/** Takes one attempt of the device; what it is refused with where it has none. */
function tooOften({ services, device }: DeviceCall<unknown, unknown>): Outcome | undefined {
	const wait = services.limits.measuring.take(device.id);
	if (wait === 0) return undefined;
	const refusal = refused('tooManyRequests', { retryAfter: Math.ceil(wait / 1000) });
	// A body that is not read makes the connection useless for the next request.
	return { problem: { ...refusal.problem, headers: { Connection: 'close' } } };
}

function download(call: DeviceCall<undefined, DownloadQuery>): Outcome {
	const { bytes } = call.query;
	return tooOften(call) ?? { status: 200, stream: streamOf(bytes, call.services.random), bytes };
}

async function upload(call: DeviceCall<undefined, undefined>): Promise<Outcome> {
	const refusal = tooOften(call);
	if (refusal) return refusal;
	const swallowed = await call.swallow(measuringBounds.piece);
	return 'problem' in swallowed ? swallowed : { status: 200, json: swallowed };
}

/** What a device measures its line with. Nothing is kept. */
export const measurementRoutes: readonly Route[] = [
	forDevices<undefined, DownloadQuery>({
		method: 'GET',
		path: '/measurements/download',
		does: 'Sends so many bytes that no compression makes smaller; none at all for the round trip alone.',
		query: { schema: DownloadQuery, numbers: ['bytes'] },
		answers: { 200: bytesAnswer },
		refuses: ['tooManyRequests'],
		handle: download,
	}),
	forDevices({
		method: 'POST',
		path: '/measurements/upload',
		does: 'Takes bytes of any kind, counts them and throws them away.',
		takesBytes: true,
		answers: { 200: UploadAnswer },
		refuses: ['tooManyRequests'],
		handle: upload,
	}),
];
