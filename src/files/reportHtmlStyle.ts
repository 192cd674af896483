/** The style of the published page: ink on paper, rules as structure, fine in black and white and on paper. */
export const reportHtmlStyle = `
:root { color-scheme: light; }
body { margin: 0 auto; padding: 24px 16px 48px; max-width: 1180px; font: 16px/1.7 "Hiragino Sans", "Noto Sans CJK JP", "Yu Gothic", sans-serif; color: #1a1a1a; background: #fff; line-break: strict; overflow-wrap: anywhere; }
h1, h2, h3, caption, th[scope="row"] { font-family: "Hiragino Mincho ProN", "Noto Serif CJK JP", "Yu Mincho", serif; }
h1 { margin: 0; font-size: 28px; line-height: 1.4; }
h2 { margin: 48px 0 16px; padding-top: 12px; border-top: 3px solid #1a1a1a; font-size: 22px; line-height: 1.5; }
h3 { display: inline; margin: 0 16px 0 0; font-size: 18px; }
p { margin: 0 0 16px; max-width: 46em; }
ul { margin: 0; padding: 0; list-style: none; }
.school { margin: 0; font-weight: 700; }
.facts { margin-top: 16px; }
.note { margin-top: 8px; font-size: 14px; color: #4d4d4d; }
.scroll { overflow-x: auto; margin-bottom: 24px; }
.scroll:focus-visible, a:focus-visible { outline: 4px solid #000; outline-offset: 2px; box-shadow: 0 0 0 2px #ffd43d; }
table { width: 100%; min-width: 720px; border-collapse: collapse; font-size: 14px; line-height: 1.6; }
caption { padding: 8px 0; text-align: left; font-weight: 700; }
caption span { font: 400 14px/1.6 "Hiragino Sans", "Noto Sans CJK JP", "Yu Gothic", sans-serif; color: #4d4d4d; white-space: nowrap; }
th, td { padding: 8px 12px 8px 0; border-bottom: 1px solid #ccc; vertical-align: top; text-align: left; }
thead th { border-top: 1px solid #1a1a1a; border-bottom: 1px solid #1a1a1a; white-space: nowrap; }
th[scope="row"] { min-width: 14em; font-weight: 400; font-size: 15px; }
.c-resultAndIssue { min-width: 16em; }
.c-measure, .c-improvement, .c-evidence { min-width: 8em; }
.c-status { min-width: 4em; }
.c-rating, .c-lastRating, .c-continuation { white-space: nowrap; }
a { color: #0017c1; text-underline-offset: 0.25em; }
footer { margin-top: 48px; border-top: 1px solid #1a1a1a; padding-top: 8px; font-size: 14px; }
@media print { @page { size: A4 landscape; margin: 12mm; } body { padding: 0; font-size: 12px; max-width: none; } .scroll { overflow: visible; } table { min-width: 0; font-size: 11px; } thead { display: table-header-group; } tr { break-inside: avoid; } th[scope="row"], td { min-width: 0 !important; font-size: 11px; } h2 { break-after: avoid; } }
`;
