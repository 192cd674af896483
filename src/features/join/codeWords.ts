/** What is wrong with what was typed, where it is no code. */
export const notACode = (typed: string): string => {
	const written = typed.includes('#') ? typed.slice(typed.indexOf('#') + 1) : typed;
	const letters = [...written.normalize('NFKC').replace(/[\s\-‐-―ー−_.]/g, '')];
	if (letters.length === 0) return '登録コードを入れてください。';
	if (letters.length !== 12) return `登録コードは12文字です。いま${letters.length}文字です。`;
	return '登録コードに使わない文字が入っています。使うのは数字と英字（I・L・O・Uを除く）だけです。';
};
