/** Why a link cannot be taken as 根拠資料, as the sentence to show; undefined where it can. */
export const linkRefusal = (title: string, url: string): string | undefined => {
	if (!title) return '資料の題名を入れてください。';
	if (!URL.canParse(url)) return 'リンクの形が正しくありません。資料を開いて、アドレスをまるごと写してください。';
	const { protocol } = new URL(url);
	return protocol === 'https:' || protocol === 'http:'
		? undefined
		: 'このリンクは、ほかの端末では開けません。https:// で始まるアドレスを入れてください。';
};
