interface TroubleProps {
	/** What happened and what to do; undefined where nothing did. */
	sentence: string | undefined;
	retry: () => void;
}

/** Why a list could not be read, said aloud as it comes, with the way to ask again. */
export function Trouble({ sentence, retry }: TroubleProps) {
	return (
		<div role="alert">
			{sentence && (
				<p class="problem board-gap">
					{sentence}
					<button type="button" class="btn btn-line btn-inline" onClick={retry}>
						もう一度読み込む
					</button>
				</p>
			)}
		</div>
	);
}
