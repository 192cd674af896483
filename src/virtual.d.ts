declare module 'virtual:editions' {
	/** Published editions, without their texts: what to fetch, and for which year. */
	const editions: readonly { readonly id: string; readonly fiscalYear: number; readonly url: string }[];
	export default editions;
}
