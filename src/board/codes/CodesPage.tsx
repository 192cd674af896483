import { useEffect, useMemo, useState } from 'preact/hooks';
import type { QrPath } from '../../files/qr.ts';
import type { IssuedCode } from '../boardApi.ts';
import { countWord } from '../words.ts';
import { CodeSheet } from './CodeSheet.tsx';
import { isThisMachine, isUnprotected, originOf } from './siteAddress.ts';
import './codes.css';

interface CodesPageProps {
	codes: readonly IssuedCode[];
	municipalityName: string;
	/** Where the schools' devices find the site, as far as this page knows. */
	origin: string;
	print: () => void;
	onPutAway: () => void;
}

/** 登録コード: the sheets of the codes just made. They are nowhere else. */
export function CodesPage({ codes, origin, ...rest }: CodesPageProps) {
	if (codes.length === 0) return <NoCodes />;
	return <Sheets codes={codes} origin={origin} {...rest} />;
}

function NoCodes() {
	return (
		<>
			<div class="page-head">
				<h1 tabIndex={-1}>登録コード</h1>
			</div>
			<p class="note">
				登録コードは、つくったときに一度だけここに出ます。どこにも保存していないので、あとから見ることはできません。
			</p>
			<p class="board-gap">
				<a href="/board">学校の一覧</a>
				で学校を選ぶと、つくれます。つくり直すと、その学校の前のコードは使えなくなります。
			</p>
		</>
	);
}

function Sheets({ codes, municipalityName, origin, print, onPutAway }: CodesPageProps) {
	const { draw, failed } = useQr();
	const [address, setAddress] = useState(origin);
	const usable = originOf(address);
	// Drawn once for each address, not for each letter typed into it.
	const sheets = useMemo(
		() =>
			draw &&
			usable &&
			codes.map((code) => (
				<CodeSheet key={code.school} code={code} municipalityName={municipalityName} origin={usable} draw={draw} />
			)),
		[draw, usable, codes, municipalityName],
	);
	return (
		<>
			<div class="codes-tools">
				<div class="page-head">
					<h1 tabIndex={-1}>登録コード</h1>
					<p class="num">A4縦・1校1枚・全{countWord(codes.length)}枚</p>
				</div>
				<p class="note">
					コードは、いまこの画面にしかありません。印刷するか、PDFに保存してください。画面を閉じたりログアウトしたりすると、もう出せません。
				</p>
				<AddressField address={address} onChange={setAddress} />
				<div class="row">
					<button type="button" class="btn btn-go btn-wide" aria-disabled={!sheets} onClick={() => sheets && print()}>
						印刷・PDF
					</button>
					<button type="button" class="btn btn-line" onClick={onPutAway}>
						印刷がすんだので片づける
					</button>
				</div>
				{failed && (
					<p class="problem" role="alert">
						QRコードの部品を読み込めませんでした。コードはこの画面に残っています。通信を確かめてください。
						<button type="button" class="btn btn-line btn-inline" onClick={failed}>
							もう一度読み込む
						</button>
					</p>
				)}
			</div>
			<div class="desk">{sheets}</div>
		</>
	);
}

/** The drawing of QR codes, loaded when sheets are first seen; `failed` tries again. */
function useQr() {
	const [draw, setDraw] = useState<(text: string) => QrPath>();
	const [failed, setFailed] = useState(false);
	const [turn, setTurn] = useState(0);
	useEffect(() => {
		import('../../files/qr.ts').then(
			({ qrSvgPath }) => {
				setDraw(() => qrSvgPath);
				setFailed(false);
			},
			() => setFailed(true),
		);
	}, [turn]);
	return { draw, failed: failed ? () => setTurn((before) => before + 1) : undefined };
}

function AddressField({ address, onChange }: { address: string; onChange: (address: string) => void }) {
	const [given] = useState(address);
	const origin = originOf(address);
	const fault = !origin
		? 'アドレスとして読めません。「https://」から入れてください。'
		: isThisMachine(origin)
			? 'このアドレスは、このパソコンの中でしか開けません。印刷の前に、学校の端末から開けるアドレスに直してください。'
			: isUnprotected(origin)
				? '「http://」のアドレスでは、学校の端末のカメラと、つながらない場所での利用が動きません。「https://」のアドレスにしてください。'
				: undefined;
	return (
		<div class="form-field address-field">
			<label class="label" for="site-address">
				学校の端末が開くアドレス
			</label>
			<input
				class="field"
				id="site-address"
				type="url"
				autocomplete="off"
				spellcheck={false}
				defaultValue={given}
				aria-invalid={fault ? 'true' : undefined}
				aria-describedby={fault ? 'site-address-fault' : undefined}
				onInput={({ currentTarget }) => onChange(currentTarget.value)}
			/>
			<p role="status" class={fault ? 'problem' : undefined} id="site-address-fault">
				{fault}
			</p>
		</div>
	);
}
