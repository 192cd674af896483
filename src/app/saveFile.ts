/** Hands a text to the person as a file. */
export const saveFile = (name: string, text: string, type: string): void => {
	const url = URL.createObjectURL(new Blob([text], { type }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
