import { useState } from 'preact/hooks';
import type { Look } from '../../session/reviewLook.ts';
import { momentWord } from '../../ui/words.ts';
import { ChangeList } from './ChangeList.tsx';
import { Everything } from './Everything.tsx';
import type { Item } from './items.ts';
import type { ReviewProps } from './reviewProps.ts';

interface ChangesProps extends ReviewProps {
	/** undefined at the first look. */
	look: Look | undefined;
	items: readonly Item[];
	/** They stand above already, among what changed since the approval. */
	told: boolean;
	onSeen: () => void;
}

/** 前回からの変更: only what is new to this reader; at the first look everything, as it stands. */
export function Changes({ look, items, told, onSeen, ...props }: ChangesProps) {
	const [whole, setWhole] = useState(false);
	return (
		<section class="band" aria-labelledby="changes">
			<div class="cap">
				<h2 id="changes">
					{look ? '前回からの変更' : 'はじめて見ます'} {look && <span class="num">{items.length}件</span>}
				</h2>
				{look && <p class="small quiet num">前回 見たとき：{momentWord(look.at)}</p>}
			</div>
			{!look && (
				<p class="small">
					この端末で見るのは、はじめてです。いまの記録を方針ごとに並べています。つぎからは、前回から変わったところだけが出ます。
				</p>
			)}
			{look && items.length === 0 && <p class="small">前回から変わったところはありません。</p>}
			{look && told && <p class="small">上の「承認後に変更あり」に出ているものと同じです。</p>}
			{look && !told && items.length > 0 && <ChangeList key={look.at} {...props} list="news" items={items} />}
			{!look && <Everything {...props} />}
			<div class="row changes-end">
				{(!look || items.length > 0) && (
					<button type="button" class="btn" onClick={onSeen}>
						ここまで見ました
					</button>
				)}
				{look && (
					<button type="button" class="btn btn-line" aria-expanded={whole} onClick={() => setWhole(!whole)}>
						{whole ? 'すべての□をとじる' : 'すべての□を見る'}
					</button>
				)}
			</div>
			{look && whole && <Everything {...props} />}
		</section>
	);
}
