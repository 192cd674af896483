import type { SharedCase } from '../../domain/record/sharedCase.ts';
import type { Session } from '../../session/session.ts';
import type { CityExchange } from './sharing.ts';

interface SharedMarkProps {
	session: Session;
	/** Of the 実施記録. */
	id: string;
	/** 「10月3日（金） 5年2組」 */
	name: string;
	shared: SharedCase;
	exchange: CityExchange;
	onMend: () => void;
}

/** 「市内で共有中」: what it is called there, and the ways to mend it and to end it. */
export function SharedMark({ session, id, name, shared, exchange, onMend }: SharedMarkProps) {
	const { known, summaryAgreed } = exchange.status.value;
	const end = () =>
		void session.set(`occurrence/${id}`, 'shared', null, {
			words: `「${shared.title}」の市内での共有をやめました`,
		});
	return (
		<p class="ledger-shared small">
			<span>
				<b>{known && !summaryAgreed ? '市内で共有（まだ届いていません）' : '市内で共有中'}</b> 「{shared.title}」
			</span>
			<button type="button" class="btn btn-line small" aria-label={`${name} の共有の内容を見る・直す`} onClick={onMend}>
				内容を見る・直す
			</button>
			<button type="button" class="btn btn-line small" aria-label={`${name} の共有をやめる`} onClick={end}>
				共有をやめる
			</button>
		</p>
	);
}
