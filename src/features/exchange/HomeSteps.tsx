import { type ExchangeProps, savedHere } from './exchangeProps.ts';
import { Steps } from './Steps.tsx';
import { exchangeSteps } from './steps.ts';

/** 記録の行き先, quietly beside the tasks. */
export function HomeSteps({ session, status }: Omit<ExchangeProps, 'sync'>) {
	const now = status.value;
	if (!now.known) return null;
	return (
		<section class="band" aria-labelledby="whereabouts">
			<h2 id="whereabouts">記録の行き先</h2>
			<Steps steps={exchangeSteps(now, savedHere(session))} />
			<p class="small">
				{now.enrolment ? (
					<a class="steps-more" href="/settings#exchange">
						くわしく見る
					</a>
				) : (
					<>
						この端末の中だけにあります。<a href="/join">学校に登録する</a>と、ほかの端末でも同じ記録を使えます。
					</>
				)}
			</p>
		</section>
	);
}
