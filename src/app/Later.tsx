import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface LaterProps<Part> {
	load: () => Promise<Part>;
	draw: (part: Part) => VNode;
}

/** A part of a page that stands there when its code has come. Nothing waits for it; without it the page is whole. */
export function Later<Part>({ load, draw }: LaterProps<Part>) {
	const [part, setPart] = useState<Part>();
	useEffect(() => {
		let here = true;
		load().then(
			(loaded) => here && setPart(() => loaded),
			() => undefined,
		);
		return () => {
			here = false;
		};
	}, []);
	return part === undefined ? null : draw(part);
}
