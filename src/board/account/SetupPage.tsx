import type { SessionAnswer } from '../../domain/exchange/board.ts';
import type { BoardApi } from '../boardApi.ts';
import { AccountForm } from './AccountForm.tsx';
import { type SetupFields, setupFaults } from './accountFaults.ts';
import { FormField } from './FormField.tsx';

interface SetupPageProps {
	api: BoardApi;
	/** From behind the `#` of the one-time link. */
	secret: string;
	onDone: (session: SessionAnswer) => void;
}

const isSecret = (text: string) => /^[A-Za-z0-9_-]{43}$/.test(text);

/** はじめての設定: the board's name and its first account. */
export function SetupPage({ api, secret, onDone }: SetupPageProps) {
	return (
		<div class="account">
			<div class="page-head">
				<h1 tabIndex={-1}>はじめての設定</h1>
			</div>
			{isSecret(secret) ? <SetupForm api={api} secret={secret} onDone={onDone} /> : <NoLink />}
		</div>
	);
}

function SetupForm({ api, secret, onDone }: SetupPageProps) {
	return (
		<>
			<p class="quiet">
				教育委員会の名前と、はじめの担当者のログイン名・パスワードを決めます。このリンクは一度だけ使えます。
			</p>
			<AccountForm<SetupFields, SessionAnswer>
				fields={['municipalityName', 'loginName', 'password']}
				check={setupFaults}
				send={(fields) => api.setUp({ ...fields, secret })}
				onDone={onDone}
				submit="この内容ではじめる"
				busy="設定しています…"
			>
				{(faults) => (
					<>
						<FormField
							name="municipalityName"
							label="教育委員会の名前"
							hint="学校の端末と、学校に配る登録票に出ます。"
							placeholder="例：○○市教育委員会"
							autocomplete="organization"
							maxLength={60}
							fault={faults.municipalityName}
						/>
						<FormField
							name="loginName"
							label="ログイン名"
							hint="半角の英数字で3文字以上。担当が代わっても使える名前にします（例：ict-center）。"
							autocomplete="username"
							latin
							maxLength={60}
							fault={faults.loginName}
						/>
						<FormField
							name="password"
							label="パスワード"
							hint="12文字以上。記号や大文字は要りません。ほかで使っていないものにします。"
							autocomplete="new-password"
							secret
							maxLength={200}
							fault={faults.password}
						/>
					</>
				)}
			</AccountForm>
			<p class="small board-gap">
				設定がすんでいるときは、<a href="/board">ログイン</a>してください。
			</p>
		</>
	);
}

function NoLink() {
	return (
		<>
			<p class="note">
				このページは、ます目をはじめて動かしたときに画面に出る、一度だけ使えるリンクから開きます。リンクが途中で切れていないか確かめて、全体を貼り付けてください。
			</p>
			<p class="board-gap">
				設定がすんでいるときは、<a href="/board">ログイン</a>してください。
			</p>
		</>
	);
}
