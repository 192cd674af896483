import type { Rating } from '../domain/plan/edition.ts';

/** ◎○△ as drawings; the word always stands beside it. */
export function RatingMark({ rating }: { rating: Rating }) {
	return (
		<svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
			{rating === 'excellent' && <circle cx="12" cy="12" r="10" />}
			{rating === 'excellent' && <circle cx="12" cy="12" r="5" />}
			{rating === 'good' && <circle cx="12" cy="12" r="9" />}
			{rating === 'insufficient' && <path d="M12 3.2L22 20.6H2z" />}
		</svg>
	);
}
