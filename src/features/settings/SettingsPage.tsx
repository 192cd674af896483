import type { ComponentChildren } from 'preact';
import { closedYearWords } from '../../domain/record/closing.ts';
import type { Role } from '../../domain/record/operation.ts';
import type { Session } from '../../session/session.ts';
import type { RecordStore } from '../../store/recordStore.ts';
import { ReadOnly } from '../../ui/ReadOnly.tsx';
import { Backup, type BackupDeps } from './Backup.tsx';
import { DeviceAuthor } from './DeviceAuthor.tsx';
import { Licences } from './Licences.tsx';
import { ReviewSetting } from './ReviewSetting.tsx';
import { SchoolProfileForm } from './SchoolProfileForm.tsx';
import { Storage } from './Storage.tsx';
import { TextSize, type TextSizing } from './TextSize.tsx';
import '../../ui/facts.css';
import '../../ui/parts.css';
import './settings.css';

export interface DeviceDeps {
	store: () => Promise<RecordStore>;
	preferences: TextSizing;
	appVersion: string;
	licences: () => Promise<string>;
}

interface SettingsPageProps {
	session: Session;
	device: DeviceDeps;
	backup: BackupDeps;
	/** The post with which the device is enrolled at a school. */
	enrolledAs: Role | undefined;
	/** What waits, what arrived, and what the board is sent. */
	exchange: ComponentChildren;
}

/** 設定: the school, this device, and what is kept where. */
export function SettingsPage({ session, device, backup, enrolledAs, exchange }: SettingsPageProps) {
	return (
		<>
			<div class="page-head">
				<h1 tabIndex={-1}>設定</h1>
			</div>
			<div class="parts settings">
				<ReadOnly closed={session.closed.value} why={closedYearWords(session.fiscalYear)}>
					<SchoolProfileForm session={session} />
					<ReviewSetting session={session} />
				</ReadOnly>
				<DeviceAuthor store={device.store} enrolledAs={enrolledAs} />
				{exchange}
				<Storage store={device.store} session={session} />
				<Backup session={session} store={device.store} deps={backup} />
				<TextSize preferences={device.preferences} />
				<About session={session} appVersion={device.appVersion} licences={device.licences} />
			</div>
		</>
	);
}

function About({ session, appVersion, licences }: { session: Session } & Pick<DeviceDeps, 'appVersion' | 'licences'>) {
	return (
		<section>
			<h2>ます目について</h2>
			<div>
				<dl class="facts">
					<dt>版</dt>
					<dd class="num">{appVersion}</dd>
					<dt>計画</dt>
					<dd>
						{session.edition.title}（{session.edition.source.publisher}）
					</dd>
					<dt>ライセンス</dt>
					<dd>ます目：Apache License 2.0</dd>
				</dl>
				<Licences load={licences} />
			</div>
		</section>
	);
}
