import type { SessionAnswer } from '../../domain/exchange/board.ts';
import type { BoardApi } from '../boardApi.ts';
import { AccountForm } from './AccountForm.tsx';
import { type SetupFields, signInFaults } from './accountFaults.ts';
import { FormField } from './FormField.tsx';

interface SignInPageProps {
	api: BoardApi;
	/** Who was signed in on this page until a moment ago. */
	lost: SessionAnswer | undefined;
	onDone: (session: SessionAnswer) => void;
}

/** ログイン. */
export function SignInPage({ api, lost, onDone }: SignInPageProps) {
	return (
		<div class="account">
			<div class="page-head">
				<h1 tabIndex={-1}>ログイン</h1>
			</div>
			{lost ? (
				<p class="note" role="status">
					時間がたったため、ログアウトしました。登録した内容はそのままです。もう一度ログインすると、さっきの画面に戻ります。
				</p>
			) : (
				<p class="quiet">
					教育委員会の担当者のページです。学校の方は<a href="/">ます目のはじめの画面</a>へ。
				</p>
			)}
			<AccountForm<Omit<SetupFields, 'municipalityName'>, SessionAnswer>
				fields={['loginName', 'password']}
				check={signInFaults}
				send={api.signIn}
				onDone={onDone}
				submit="ログイン"
				busy="確かめています…"
			>
				{(faults) => (
					<>
						<FormField
							name="loginName"
							label="ログイン名"
							autocomplete="username"
							written={lost?.loginName}
							latin
							maxLength={60}
							fault={faults.loginName}
						/>
						<FormField
							name="password"
							label="パスワード"
							autocomplete="current-password"
							secret
							maxLength={200}
							fault={faults.password}
						/>
					</>
				)}
			</AccountForm>
		</div>
	);
}
