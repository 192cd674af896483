/** The instant so many milliseconds later; both ISO 8601 UTC. */
export const later = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();
