import type { Refusal } from '../../domain/result.ts';

export type BackupFaultReason = 'noBackup' | 'damagedBackup' | 'foreignBackup' | 'newerBackup';

const sentences: Readonly<Record<BackupFaultReason, string>> = {
	noBackup:
		'バックアップのファイルが見つからないか、読む許可がありません。何も変えていません。場所と名前を確かめてください。',
	damagedBackup:
		'このバックアップは壊れているか、途中で切れています。何も変えていません。ほかの日時のバックアップを使ってください。',
	foreignBackup: 'このファイルは、ます目のサーバーのバックアップではありません。何も変えていません。',
	newerBackup:
		'このバックアップは、今のものより新しい版のます目で作られています。何も変えていません。サーバーを新しい版にしてから、もう一度行ってください。',
};

/** Why a file is not taken: thrown deep inside the reading, caught and turned into its refusal where reading began. */
export class BackupFault extends Error {
	override readonly name = 'BackupFault';
	readonly refusal: Refusal<BackupFaultReason>;

	constructor(reason: BackupFaultReason, cause?: unknown) {
		super(reason, { cause });
		this.refusal = { reason, sentence: sentences[reason] };
	}
}
