interface FileChoiceProps {
	words: string;
	/** Endings and types, as `<input accept>` has them. */
	accept: string;
	/** A button of the first or second rank, or underlined words in a sentence. */
	look: 'go' | 'plain' | 'link';
	onFile: (file: File) => void;
}

const classes = { go: 'btn btn-go file-button', plain: 'btn file-button', link: 'file-link' } as const;

/** A file of the device. The same one can be chosen again, once it was put right. */
export function FileChoice({ words, accept, look, onFile }: FileChoiceProps) {
	return (
		<label class={classes[look]}>
			{words}
			<input
				type="file"
				accept={accept}
				onChange={({ currentTarget }) => {
					const file = currentTarget.files?.[0];
					currentTarget.value = '';
					if (file) onFile(file);
				}}
			/>
		</label>
	);
}

/** Tables as text, as spreadsheets and lists of devices write them. */
export const tableFiles = '.csv,.tsv,.txt,text/csv';

export const backupFiles = 'application/json,.json';
