import { useState } from 'preact/hooks';

/** Licences of third-party code; loaded when somebody wants to read them. */
export function Licences({ load }: { load: () => Promise<string> }) {
	const [text, setText] = useState<string>();
	const show = async () =>
		setText(await load().catch(() => '読み込めませんでした。つながるところで、もう一度開いてください。'));
	return (
		<details
			class="unfolding licences"
			onToggle={({ currentTarget }) => currentTarget.open && text === undefined && void show()}
		>
			<summary>使っているソフトウェアのライセンス</summary>
			<pre lang="en">{text ?? '読み込んでいます'}</pre>
		</details>
	);
}
