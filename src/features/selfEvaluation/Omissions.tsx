import { useMemo, useState } from 'preact/hooks';
import type { Omission, SelfEvaluation } from '../../domain/report/model.ts';
import { publicWarnings } from '../../domain/report/publicWarnings.ts';

/** What is one more than when it was looked at is to be looked at again. */
const nameOf = ({ what, count }: Omission): string => `${what} ${count}`;

/** 公表する前に: what was kept out, to be checked one by one, and words that look like a person. Never printed. */
export function Omissions({ report }: { report: SelfEvaluation }) {
	const warnings = useMemo(() => publicWarnings(report), [report]);
	const [checked, setChecked] = useState<readonly string[]>([]);
	const left = report.omissions.filter((each) => !checked.includes(nameOf(each))).length;
	return (
		<details class="se-fold se-screen">
			<summary>
				公表する前に確かめる
				<span class="quiet num">
					（除いたもの {report.omissions.length}種類・人のように見えることば {warnings.length}か所）
				</span>
			</summary>
			<div class="se-before">
				<h2>公表用から除いたもの</h2>
				{report.omissions.length === 0 ? (
					<p>除いたものはありません。</p>
				) : (
					<>
						<ul class="se-omissions">
							{report.omissions.map((each) => (
								<li key={each.what}>
									<span>
										{each.what} <span class="num quiet">{each.count}件</span>
									</span>
									<label class="se-check">
										<input
											type="checkbox"
											checked={checked.includes(nameOf(each))}
											aria-label={`${each.what}を除いたことを確かめました`}
											onChange={({ currentTarget }) =>
												setChecked(
													currentTarget.checked
														? [...checked, nameOf(each)]
														: checked.filter((name) => name !== nameOf(each)),
												)
											}
										/>
										確かめました
									</label>
								</li>
							))}
						</ul>
						<p role="status" class="small quiet num">
							{left === 0 ? 'すべて確かめました。' : `あと${left}件を確かめてから公表します。`}
						</p>
					</>
				)}
				<h2>人や連絡先のように見えることば</h2>
				{warnings.length === 0 ? (
					<p class="small">
						見つかりませんでした。「さん」などのつかない名前は見つけられないので、目でも確かめてください。
					</p>
				) : (
					<>
						<ul class="se-warnings">
							{warnings.map(({ place, words, action }) => (
								<li key={`${place} ${action} ${words}`}>
									<b>「{words}」</b> {action ? <a href={`/actions/${action}`}>{place}</a> : place}
								</li>
							))}
						</ul>
						<p class="small quiet">このままでよいか確かめ、よくないときは入力したところで直します。</p>
					</>
				)}
			</div>
		</details>
	);
}
