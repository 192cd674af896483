/** Milliseconds → 「あと14分30秒」, rounded up, so that it never says 0 while something is left. */
export const remainingWords = (milliseconds: number): string => {
	const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
	const minutes = Math.floor(seconds / 60);
	return `あと${minutes > 0 ? `${minutes}分` : ''}${String(seconds % 60).padStart(minutes > 0 ? 2 : 1, '0')}秒`;
};
