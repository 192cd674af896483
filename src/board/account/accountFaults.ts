/** What a person types into the forms of an account. */
export interface SetupFields {
	readonly municipalityName: string;
	readonly loginName: string;
	readonly password: string;
}

export type Faults<Fields> = Partial<Record<keyof Fields, string>>;

const shortestPassword = 12;
const longestPassword = 200;

const needed = (text: string, sentence: string) => (text ? undefined : sentence);

const loginNameFault = (loginName: string): string | undefined =>
	needed(loginName, 'ログイン名を入れてください。') ??
	(/^[A-Za-z0-9._@-]{3,60}$/.test(loginName)
		? undefined
		: '使えるのは、半角の英数字と「.」「_」「-」「@」です。3文字以上、60文字までにしてください。');

function passwordFault(password: string): string | undefined {
	if (!password) return 'パスワードを入れてください。';
	if (password.length < shortestPassword) {
		return `短すぎます。いまは${password.length}文字です。${shortestPassword}文字以上にしてください。`;
	}
	return password.length > longestPassword ? `長すぎます。${longestPassword}文字までにしてください。` : undefined;
}

const told = <Fields>(faults: { [Field in keyof Fields]: string | undefined }): Faults<Fields> =>
	Object.fromEntries(Object.entries(faults).filter(([, sentence]) => sentence !== undefined)) as Faults<Fields>;

/** What is wrong with the first account's form, by field. */
export const setupFaults = ({ municipalityName, loginName, password }: SetupFields): Faults<SetupFields> =>
	told({
		municipalityName:
			needed(municipalityName, '教育委員会の名前を入れてください。') ??
			(municipalityName.length > 60 ? '長すぎます。60文字までにしてください。' : undefined),
		loginName: loginNameFault(loginName),
		password: passwordFault(password),
	});

/** What is missing from the form for signing in. Whether it is right, only the endpoint knows. */
export const signInFaults = (fields: Omit<SetupFields, 'municipalityName'>): Faults<typeof fields> =>
	told({
		loginName: needed(fields.loginName, 'ログイン名を入れてください。'),
		password: needed(fields.password, 'パスワードを入れてください。'),
	});
