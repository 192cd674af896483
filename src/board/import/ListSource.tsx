import { useState } from 'preact/hooks';

interface ListSourceProps {
	onFile: (file: File) => void;
	onPaste: (text: string) => void;
}

/** Where a list comes from: a file, chosen or dropped, or cells copied from a spreadsheet. */
export function ListSource({ onFile, onPaste }: ListSourceProps) {
	const [over, setOver] = useState(false);
	return (
		<fieldset
			class="list-source"
			aria-label="一覧の読み込み"
			data-over={over || undefined}
			onDragOver={(event) => {
				event.preventDefault();
				setOver(true);
			}}
			onDragLeave={() => setOver(false)}
			onDrop={(event) => {
				event.preventDefault();
				setOver(false);
				const file = event.dataTransfer?.files[0];
				if (file) onFile(file);
			}}
		>
			<div class="row">
				<label class="btn btn-go file-button">
					CSVファイルを選ぶ
					<input
						type="file"
						accept=".csv,.tsv,.txt,text/csv"
						onChange={({ currentTarget }) => {
							const file = currentTarget.files?.[0];
							currentTarget.value = '';
							if (file) onFile(file);
						}}
					/>
				</label>
				<span class="small quiet">ここにファイルを置いても読み込みます</span>
			</div>
			<PasteField onPaste={onPaste} />
		</fieldset>
	);
}

function PasteField({ onPaste }: Pick<ListSourceProps, 'onPaste'>) {
	const [text, setText] = useState('');
	return (
		<div class="paste-field">
			<label class="label small" for="list-paste">
				または、Excelの表をコピーして貼り付ける（見出しの行も）
			</label>
			<textarea
				class="field"
				id="list-paste"
				rows={3}
				autocomplete="off"
				spellcheck={false}
				onInput={(event) => setText(event.currentTarget.value)}
			/>
			<button type="button" class="btn" aria-disabled={!text.trim()} onClick={() => text.trim() && onPaste(text)}>
				貼り付けた表を読み込む
			</button>
		</div>
	);
}
