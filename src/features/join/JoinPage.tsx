import { useEffect, useState } from 'preact/hooks';
import { readCode } from '../../domain/exchange/code.ts';
import { roleWord } from '../../domain/record/role.ts';
import type { Enrolment } from '../../store/exchangeStore.ts';
import { useCodeInAddress } from './codeInAddress.ts';
import { JoinFlow } from './JoinFlow.tsx';
import type { JoinDeps } from './joinDeps.ts';

/** /join on a device that has a record: a trial is enrolled here, an enrolled device is told that it is. */
export function JoinPage({ deps }: { deps: JoinDeps }) {
	const { known, enrolment, trouble } = deps.status.value;
	const there = enrolment?.token && !deps.enrolling.value ? enrolment : undefined;
	useEffect(() => void deps.sync().catch(() => undefined), []);
	return (
		<>
			<div class="page-head">
				<h1 tabIndex={-1}>学校に登録する</h1>
			</div>
			<div class="join-page">
				{!known && <p role="status">{trouble?.sentence ?? 'この端末の登録を確かめています'}</p>}
				{known && there && <AlreadyThere deps={deps} enrolment={there} />}
				{known && !there && (
					<>
						<p class="quiet join-lead">校内の登録済みの端末か、教育委員会の登録票にあるコードを入れます。</p>
						<JoinFlow deps={deps} atJoin />
					</>
				)}
			</div>
		</>
	);
}

/** Nothing here changes anything: a code that is shown to the wrong device stays unused. */
function AlreadyThere({ deps, enrolment }: { deps: JoinDeps; enrolment: Enrolment }) {
	const [found, setFound] = useState<string>();
	const explain = async (written: string) => {
		const code = readCode(written);
		const sync = code && (await deps.sync().catch(() => undefined));
		if (!code || !sync) return;
		const answer = await sync.lookUp(code);
		if (!answer.ok) return;
		const { school } = answer.value;
		const same = school.code === enrolment.school.code && school.municipality === enrolment.school.municipality;
		setFound(
			same
				? '読み取ったコードは、この学校に別の端末を加えるためのものです。まだ使われていません。加えたい端末のほうで読み取ってください。'
				: `読み取ったコードは${school.name}のものです。まだ使われていません。この端末を${school.name}に移すときは、先に今の学校から外します。外せるのは、記録がすべて届いてからです。`,
		);
	};
	useCodeInAddress((written) => void explain(written), true);
	return (
		<>
			<p>
				この端末は、<b>{enrolment.school.name}</b>の{roleWord(enrolment.role)}の端末として登録されています。
			</p>
			<p role="status" class={found ? 'note' : undefined}>
				{found}
			</p>
			<p>
				<a href="/handover">引継ぎ・端末</a>で、ほかの端末を加えたり、この端末を学校から外したりできます。
			</p>
		</>
	);
}
