import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../../session/session.ts';
import type { RecordStore, StorageFacts } from '../../store/recordStore.ts';
import { momentWord } from '../../ui/words.ts';
import { sizeWord } from './sizeWord.ts';

/** 記録の置き場所: whether the browser may evict it, how much room there is, what is kept. */
export function Storage({ store, session }: { store: () => Promise<RecordStore>; session: Session }) {
	const [facts, setFacts] = useState<StorageFacts>();
	const [answer, setAnswer] = useState<string>();
	useEffect(() => {
		void store()
			.then((opened) => opened.storageFacts())
			.then(setFacts);
	}, [store]);
	const ask = async () => {
		const opened = await store();
		const persisted = await opened.askPersistence();
		setAnswer(
			persisted === true
				? '消えにくい置き場所になりました。'
				: 'ブラウザが認めませんでした。ホーム画面に入れるか、よく使うサイトになると認められることがあります。バックアップもお使いください。',
		);
		setFacts(await opened.storageFacts());
	};
	return (
		<section id="storage">
			<h2>記録の置き場所</h2>
			<div class="stack">
				<dl class="facts">
					<dt>保存</dt>
					<dd class="num">
						この端末の中{session.savedAt.value && `（最後の保存 ${momentWord(session.savedAt.value)}）`}
					</dd>
					<dt>未保存</dt>
					<dd class="num">{session.pending.value}件</dd>
					<dt>入力の数</dt>
					<dd class="num">{session.ready.value ? `${session.record().size}件` : '読んでいます'}</dd>
					<dt>消えにくさ</dt>
					<dd>{facts && persistenceWord(facts.persisted)}</dd>
					<dt>大きさ</dt>
					<dd class="num">
						{facts?.usage === undefined ? 'ブラウザが知らせていません' : sizeWord(facts.usage)}
						{facts?.quota !== undefined && `（使える広さ ${sizeWord(facts.quota)}）`}
					</dd>
				</dl>
				{facts && facts.persisted !== true && (
					<button type="button" class="btn" onClick={() => void ask()}>
						消えにくくするよう頼む
					</button>
				)}
				<p role="status">{answer}</p>
			</div>
		</section>
	);
}

const persistenceWord = (persisted: StorageFacts['persisted']): string => {
	if (persisted === 'unknown') return 'このブラウザは答えません';
	return persisted ? 'ブラウザは、断りなく消しません' : '端末の空きが少なくなると、ブラウザが消すことがあります';
};
