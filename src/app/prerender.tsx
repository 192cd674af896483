import { signal } from '@preact/signals';
import { LocationProvider } from 'preact-iso';
import { renderToString } from 'preact-render-to-string';
import { JoinFlow } from '../features/join/JoinFlow.tsx';
import type { JoinDeps } from '../features/join/joinDeps.ts';
import { StartPage } from '../features/start/StartPage.tsx';
import { SquareSymbols } from '../ui/Square.tsx';
import { Frame } from './Frame.tsx';

const nothing = signal(undefined);

/** Nothing of this is asked before a script runs. */
const nobody = {} as JoinDeps;

/** The first start as it is drawn before any script has run; `App` takes it over in place. */
export const firstStart = (): string => {
	// LocationProvider reads these two; nothing on the first start depends on them.
	Object.assign(globalThis, { location: new URL('https://masume.invalid/') });
	return renderToString(
		<LocationProvider>
			<SquareSymbols />
			<StartPage
				register={<JoinFlow deps={nobody} atJoin={false} />}
				onTry={() => nothing.value}
				onRestore={() => Promise.resolve(undefined)}
			/>
		</LocationProvider>,
	);
};

/** The frame without a page: what a returning device shows until its list is drawn. */
export const emptyFrame = (): string => renderToString(<Frame path="" year="" school="" saving="" />);
