import { useState } from 'preact/hooks';
import { FileChoice, tableFiles } from '../../ui/FileChoice.tsx';

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
				<FileChoice words="CSVファイルを選ぶ" accept={tableFiles} look="go" onFile={onFile} />
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
