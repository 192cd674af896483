import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Phase } from '../../domain/record/review/states.ts';
import { phaseToShow, type Standing, standingsOf, stateOf } from '../../session/review.ts';
import { lookOfDecisions } from '../../session/reviewLook.ts';
import type { Session } from '../../session/session.ts';
import type { TextShelf } from '../../session/snapshot.ts';
import type { RecordStore } from '../../store/recordStore.ts';
import { ReadingHead } from '../../ui/ReadingHead.tsx';
import { Approval } from './Approval.tsx';
import { Changes } from './Changes.tsx';
import { Distribution } from './Distribution.tsx';
import type { Item } from './items.ts';
import { MissingSection } from './MissingSection.tsx';
import { OtherSteps } from './OtherSteps.tsx';
import { Overview } from './Overview.tsx';
import { PhaseHead } from './PhaseHead.tsx';
import { placesOf } from './place.ts';
import { Returned } from './Returned.tsx';
import { ReviewBar } from './ReviewBar.tsx';
import { StepHistory } from './StepHistory.tsx';
import { useLook } from './useLook.ts';
import { useNews } from './useNews.ts';
import './review.css';

interface ReviewPageProps {
	session: Session;
	store: () => Promise<RecordStore>;
	/** Where words stand that are not said yet. */
	shelf: TextShelf;
	/** Milliseconds since 1970. */
	now: () => number;
	/** The device belongs to no school yet. */
	trial: boolean;
}

/** 校長確認: how the year stands, what is new to this reader, and the decision. */
export function ReviewPage(props: ReviewPageProps) {
	const { session, store } = props;
	const version = session.version.value;
	const { fiscalYear } = session;
	const role = session.author.value?.role;
	const standings = useMemo(() => standingsOf(session), [session, version, role, session.ready.value, fiscalYear]);
	const looking = useLook(fiscalYear, role, store);
	if (!standings || !looking.known) {
		return <ReadingHead title="校長確認" words="記録を読んでいます。" />;
	}
	return <Review {...props} standings={standings} looking={looking} />;
}

interface ReviewParts extends ReviewPageProps {
	standings: Readonly<Record<Phase, Standing>>;
	looking: ReturnType<typeof useLook>;
}

function Review({ session, shelf, now, trial, standings, looking }: ReviewParts) {
	const { query, route } = useLocation();
	// Decided once: a decision about one phase must not turn the page to the other under the reader's hands.
	const [first] = useState(() => phaseToShow(standings, { today: session.today(), fiscalYear: session.fiscalYear }));
	const phase = query.phase === 'midyear' || query.phase === 'final' ? query.phase : first;
	const standing = standings[phase];
	const own = session.own.value;
	const place = useMemo(() => placesOf(session), [session, own]);
	const look = looking.kept ?? lookOfDecisions(standing, [standings.midyear.review, standings.final.review]);
	const { news, sinceApproved, sinceSubmitted } = useNews(session, standing, look);
	const { approval } = standing.review;
	const seen = async () => {
		const before = looking.kept;
		const moved = await looking.move({ versionVector: standing.content.versionVector, at: at(now) });
		if (!moved) return;
		const undo = () => {
			session.notice.value = undefined;
			void looking.move(before);
		};
		session.notice.value = { words: 'ここまで見たことにしました', undo };
	};
	const decided = ({ content }: Standing) => {
		void looking.move({ versionVector: content.versionVector, at: at(now) });
		// The button that was pressed is gone, or says something else now.
		document.getElementById('review-state')?.focus();
	};
	const shared = { session, standing, place, shelf };
	const preparing = !standing.shut && (stateOf(standing) === 'draft' || stateOf(standing) === 'returned');
	return (
		<>
			<PhaseHead
				session={session}
				standings={standings}
				phase={phase}
				trial={trial}
				onPhase={(next) => route(`/review?phase=${next}`, true)}
			/>
			<OtherSteps session={session} standing={standing} />
			<Overview session={session} standing={standing} items={look && news} />
			<div class="review-columns">
				<div class="review-side">
					<Distribution {...shared} />
					<Returned {...shared} />
				</div>
				<div class="review-main">
					{preparing && <MissingSection {...shared} />}
					{approval && <Approval key={`approval ${phase}`} {...shared} since={sinceApproved} />}
					<Changes
						key={`changes ${phase}`}
						{...shared}
						look={look}
						items={news}
						told={approval !== undefined && isAmong(news, sinceApproved)}
						onSeen={() => void seen()}
					/>
				</div>
			</div>
			<StepHistory {...shared} />
			{!standing.shut && (
				<ReviewBar key={phase} {...shared} sinceSubmitted={sinceSubmitted.length} onDecided={decided} />
			)}
		</>
	);
}

/** Everything that is new to the reader is told already, where it is told what changed since the approval. */
const isAmong = (news: readonly Item[], told: readonly Item[]): boolean =>
	news.length > 0 && news.every(({ key }) => told.some((each) => each.key === key));

const at = (now: () => number): string => new Date(now()).toISOString();
