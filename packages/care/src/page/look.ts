import { type Html, html } from "./html.ts";

/** Colours of the printed pages: two inks on paper, as in the app. Contrast on the ground at least 4.5:1, text 7:1. */
const STYLE = `
:root{--paper:#f5efe3;--raised:#fbf7ee;--ink:#22262b;--soft:#4c5057;--line:#c9bfac;--ochre:#a2401f;--wash:#f0d9c6;--teal:#17605f;--teal-wash:#d3e3db;--amber:#7a4d00;--red:#a01622;--red-wash:#f7dad6}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:17px/1.5 "Ysabeau Office","Gill Sans","Gill Sans MT",Optima,Candara,"Segoe UI",sans-serif;font-variant-numeric:tabular-nums;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{max-width:46rem;margin:0 auto;padding:2.2rem 1.4rem 3rem}
h1{font-size:2.3rem;line-height:1.1;margin:.2rem 0 .3rem;font-weight:600;letter-spacing:-.01em}
h2{font-size:1.35rem;line-height:1.2;margin:2.4rem 0 .7rem;padding-top:.7rem;border-top:1.5px solid var(--ink);font-weight:600}
h3{font-size:1.05rem;margin:0 0 .2rem;font-weight:650}
p{margin:.35rem 0;max-width:36rem}
ul,ol{margin:.3rem 0;padding-left:1.2rem;max-width:36rem}
li{margin:.15rem 0}
small,.soft{color:var(--soft);font-size:.86rem}
table{border-collapse:collapse;width:100%;margin:.5rem 0}
th{text-align:left;font-weight:600;font-size:.86rem;color:var(--soft);border-bottom:1.5px solid var(--ink);padding:.2rem .6rem .2rem 0;vertical-align:bottom}
td{border-bottom:1px solid var(--line);padding:.32rem .6rem .32rem 0;vertical-align:top}
td.n,th.n{text-align:right;white-space:nowrap}
.head{display:flex;align-items:flex-end;gap:1.6rem;justify-content:space-between;flex-wrap:wrap}
.head svg{width:15rem;height:auto;flex:none}
.act{border:3px solid var(--red);background:var(--red-wash);padding:1rem 1.2rem;margin:1.2rem 0}
.act p{font-size:1.35rem;line-height:1.35;font-weight:600;max-width:none}
.care{border-left:5px solid var(--amber);padding:.1rem 0 .1rem 1rem;margin:1rem 0}
.fine{border-left:5px solid var(--teal);padding:.1rem 0 .1rem 1rem;margin:1rem 0}
.finding{break-inside:avoid;margin:0 0 1.1rem}
.finding .band{font-weight:650;color:var(--ochre)}
.finding .band.none{color:var(--soft)}
.finding .band.not{color:var(--teal)}
.scale{display:block;width:100%;height:auto;margin:.2rem 0}
.waterfall{table-layout:fixed}.waterfall td.n{white-space:normal}.waterfall td:nth-child(1){width:44%}.waterfall td:nth-child(2){width:24%}.waterfall td:nth-child(3){width:19%}
.cols{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem}
.exercise{break-inside:avoid;border-top:1px solid var(--line);padding:.9rem 0;display:grid;grid-template-columns:1fr 15rem;gap:0 1.4rem}
.exercise svg{width:100%;height:auto}
.exercise .dose{font-weight:600;color:var(--ochre)}
.cue{font-style:italic}
.why{color:var(--soft);font-size:.92rem}
sup.e{font-size:.66rem;color:var(--soft);line-height:0;white-space:nowrap}
sup.e a{color:inherit;text-decoration:none}
.sources{font-size:.8rem;line-height:1.35;columns:2;column-gap:2rem;padding-left:1.6rem;max-width:none}
.sources li{break-inside:avoid;margin:0 0 .45rem}
footer{margin-top:2.4rem;border-top:1.5px solid var(--ink);padding-top:.6rem;color:var(--soft);font-size:.86rem}
@media(max-width:34rem){.exercise,.cols{grid-template-columns:1fr}.sources{columns:1}h1{font-size:1.9rem}}
@page{size:A4;margin:14mm 15mm}
@media print{html{font-size:10.5pt;background:#fff}body{max-width:none;padding:0}a{color:inherit}h2{break-after:avoid}}
`;

/** The level line with a pelvis on it, as a mark at the head of a page. */
export const levelLine: Html = {
  html: '<svg viewBox="-210 -14 420 90" aria-hidden="true"><path d="M-208 0H208" stroke="#22262b" stroke-width="3" fill="none"/><path d="M-100 -2C-97 34-60 62-20 66C-8 67 8 67 20 66C60 62 97 34 100 -2" stroke="#a2401f" stroke-width="5" fill="none"/><circle cx="-100" cy="-2" r="9" fill="#a2401f"/><circle cx="100" cy="-2" r="9" fill="#a2401f"/></svg>',
};

/** A whole page: nothing in it reaches outside. */
export function page(language: string, title: string, body: Html): string {
  const whole = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${title}</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
${body}
</body>
</html>
`;
  return whole.html;
}
