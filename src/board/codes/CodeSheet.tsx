import { formatCode, invitationAddress } from '../../domain/exchange/code.ts';
import type { QrPath } from '../../files/qr.ts';
import type { IssuedCode } from '../boardApi.ts';
import { formalDate } from '../words.ts';

interface CodeSheetProps {
	code: IssuedCode;
	municipalityName: string;
	origin: string;
	draw: (text: string) => QrPath;
}

/** One school's registration sheet: one A4 page. */
export function CodeSheet({ code, municipalityName, origin, draw }: CodeSheetProps) {
	const qr = draw(invitationAddress(origin, code.code));
	return (
		<article class="sheet" aria-label={`${code.name}の登録票`}>
			<header class="sheet-head">
				<p>{municipalityName}</p>
				<p class="num">学校コード {code.school}</p>
			</header>
			<h2 class="sheet-title">ます目 端末の登録票</h2>
			<p class="sheet-school">{code.name}</p>
			<div class="sheet-code">
				<svg class="sheet-qr" viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label="登録のQRコード">
					<path d={qr.path} />
				</svg>
				<dl>
					<dt>登録コード</dt>
					<dd class="sheet-letters num">{formatCode(code.code)}</dd>
					<dt>有効期限</dt>
					<dd class="num">{formalDate(code.expiresAt)}まで</dd>
					<dt>使える回数</dt>
					<dd>端末1台に1回。2台目からは学校の端末で招待します。</dd>
				</dl>
			</div>
			<Steps origin={origin} />
			<footer class="sheet-foot">
				<p>
					このコードを使った端末では、学校の記録をすべて見て書くことができます。登録がすむまで、情報主任・ICT担当の方が保管し、すんだら破棄してください。期限がすぎたとき、登録できないときは、
					{municipalityName}に連絡してください。
				</p>
			</footer>
		</article>
	);
}

function Steps({ origin }: { origin: string }) {
	return (
		<ol class="sheet-steps">
			<li>
				<b>QRコードを読み取ります。</b>
				はじめに使う端末のカメラで読み取り、ページを開きます。カメラがないときは、ブラウザで
				<span class="sheet-address">{origin}/join</span>
				を開き、登録コードを入れます。iPadでは、先にSafariで{origin}
				を開いて「ホーム画面に追加」し、追加したます目の中で登録します。
			</li>
			<li>
				<b>学校名を確かめ、だれが使う端末かを選びます。</b>
				学校名がちがうときは、登録しないで教育委員会に知らせてください。
			</li>
			<li>
				<b>［登録する］を押します。</b>
				2台目からは、登録した端末の「引継ぎ」でQRコードを出し、校長・教頭・担当者の端末で読み取ります。
			</li>
		</ol>
	);
}
