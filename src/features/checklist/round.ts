/** Which ◎○△ the list shows: 最終 from January on (`today` as `YYYY-MM-DD`), as 校長確認 and 自己評価 do. */
export const roundOf = (today: string): 'midyear' | 'final' => (Number(today.slice(5, 7)) <= 3 ? 'final' : 'midyear');

export const roundWord = { midyear: '中間', final: '最終' } as const;
