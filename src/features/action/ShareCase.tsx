import { useEffect, useRef, useState } from 'preact/hooks';
import type { Json } from '../../domain/record/operation.ts';
import type { Occurrence } from '../../domain/record/reading.ts';
import { caseLimits, caseRefusal, type SharedCase } from '../../domain/record/sharedCase.ts';
import type { Session } from '../../session/session.ts';
import { dayWord } from '../../ui/words.ts';
import { Doubts } from './Doubts.tsx';
import { beginningOf, type CityExchange, type Doubt, doubtsIn } from './sharing.ts';

interface ShareCaseProps {
	session: Session;
	occurrence: Occurrence;
	/** What is shared of it now. */
	shared: SharedCase | null;
	exchange: CityExchange;
	onDone: () => void;
}

/** 「市内で共有する」: what other schools will read, in words of its own, looked through for names before it goes. */
export function ShareCase({ session, occurrence, shared, exchange, onDone }: ShareCaseProps) {
	const [refusal, setRefusal] = useState<string>();
	const [doubts, setDoubts] = useState<readonly Doubt[]>([]);
	const [denied, setDenied] = useState<ReadonlySet<string>>(new Set());
	const { id, date } = occurrence;
	const first = useRef<HTMLInputElement>(null);
	useEffect(() => first.current?.focus(), []);
	const begun = shared ?? beginningOf(occurrence);
	const field = (name: keyof SharedCase) => `share-${id}-${name}`;
	const share = async (form: HTMLFormElement) => {
		const typed = typedIn(form);
		const refused = caseRefusal(typed);
		const found = refused ? [] : doubtsIn(typed);
		setRefusal(refused);
		setDoubts(found);
		if (refused || found.some((doubt) => !denied.has(doubt.words))) return;
		const words = `「${typed.title}」を市内で共有しました`;
		if (await session.set(`occurrence/${id}`, 'shared', { ...typed } as Json, { words })) onDone();
	};
	return (
		<form
			class="inset share"
			noValidate
			aria-label={`${dayWord(date)}の記録を市内で共有する`}
			onSubmit={(event) => {
				event.preventDefault();
				void share(event.currentTarget);
			}}
		>
			<p class="small">
				<b>市内の学校と教育委員会が見ます。</b>
				届くのは、学校の名前と校種、この□、{dayWord(date)}
				の日付と、下の4つです。実施記録の場やメモは、そのままでは届きません。児童生徒や教職員の名前は書かないでください。
			</p>
			<NotYet exchange={exchange} />
			<label class="label" for={field('title')}>
				題名
			</label>
			<input
				class="field"
				ref={first}
				id={field('title')}
				name="title"
				defaultValue={begun.title}
				maxLength={caseLimits.title}
				autocomplete="off"
			/>
			<label class="label" for={field('grade')}>
				学年（空でもよい）
			</label>
			<input
				class="field share-short"
				id={field('grade')}
				name="grade"
				defaultValue={begun.grade}
				maxLength={caseLimits.grade}
				autocomplete="off"
			/>
			<label class="label" for={field('what')}>
				何をしたか
			</label>
			<textarea class="field" id={field('what')} name="what" maxLength={caseLimits.what} defaultValue={begun.what} />
			<label class="label" for={field('link')}>
				リンク（空でもよい。ほかの学校の人も開けるもの）
			</label>
			<input
				class="field"
				id={field('link')}
				name="link"
				type="url"
				inputMode="url"
				defaultValue={begun.link}
				maxLength={caseLimits.link}
				autocomplete="off"
			/>
			<p class="problem" role="alert" hidden={!refusal}>
				{refusal}
			</p>
			<Doubts doubts={doubts} denied={denied} onDeny={setDenied} />
			<div class="row">
				<button type="submit" class="btn btn-go">
					{shared ? 'この内容に直す' : 'この内容で共有する'}
				</button>
				<button type="button" class="btn" onClick={onDone}>
					やめる
				</button>
			</div>
		</form>
	);
}

/** Where it would not arrive yet, and what to do about it. */
function NotYet({ exchange }: Pick<ShareCaseProps, 'exchange'>) {
	const { known, enrolment, summaryAgreed } = exchange.status.value;
	if (!known || (enrolment && summaryAgreed)) return null;
	return enrolment ? (
		<p class="note small">
			学校はまだ、教育委員会に集計を送りはじめていません。共有する事例は集計といっしょに届くので、それまではほかの学校には出ません。
			<a href="/settings#summary">送る内容を見て、送りはじめる</a>
		</p>
	) : (
		<p class="note small">
			この端末はまだ学校に登録していないので、ほかの学校には届きません。<a href="/join">学校に登録する</a>
		</p>
	);
}

function typedIn(form: HTMLFormElement): SharedCase {
	const data = new FormData(form);
	// A form hands over its line breaks as CR LF.
	const word = (name: string) =>
		String(data.get(name) ?? '')
			.replace(/\r\n?/g, '\n')
			.trim();
	return { title: word('title'), grade: word('grade'), what: word('what'), link: word('link') };
}
