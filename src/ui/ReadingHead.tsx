import { useLayoutEffect, useRef } from 'preact/hooks';

interface ReadingHeadProps {
	title: string;
	/** What is being read. */
	words: string;
}

/** A page's heading until its record has been read. Where it has the focus, the heading that follows takes it over. */
export function ReadingHead({ title, words }: ReadingHeadProps) {
	const heading = useRef<HTMLHeadingElement>(null);
	useLayoutEffect(() => {
		const shown = heading.current;
		return () => {
			if (shown !== document.activeElement) return;
			// This one is still in the page, the next one not yet.
			queueMicrotask(() => document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true }));
		};
	}, []);
	return (
		<div class="page-head">
			<h1 tabIndex={-1} ref={heading}>
				{title}
			</h1>
			<p class="small quiet" role="status">
				{words}
			</p>
		</div>
	);
}
