/** □ of the plan that the stories speak of, by the beginning of their sentences. */
export const actions = {
	/** 1-(1)-①, the first of all. */
	yearPlan: { id: 'sendai-2025-1-1-1-1', words: '情報活用能力育成の年間計画を策定し' },
	/** 1-(1)-②, sent back at the fictional school of the seeds. */
	programming: { id: 'sendai-2025-1-1-2-1', words: '全学年でプログラミング教育' },
	/** 1-(1)-③ */
	moral: { id: 'sendai-2025-1-1-3-1', words: '情報モラル教育の授業を計画的に実施する' },
	/** 1-(1)-③, with the cadence 年1回. */
	generative: { id: 'sendai-2025-1-1-3-2', words: '例示された指導案をもとに生成AI' },
	/** 4-(2)-④, the last of all. */
	parents: { id: 'sendai-2025-4-2-4-1', words: '保護者会で授業におけるICTの活用' },
} as const;
