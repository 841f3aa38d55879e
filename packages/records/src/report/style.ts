/** The report's own style: two inks on paper, the measured in blue-green, no colour without a shape. For screen and A4. */
export const REPORT_CSS = `
.report { --ink: #22262b; --soft: #4c5057; --rule: #c9bfac; --teal: #17605f; --wash: #d3e3db; --ochre: #a2401f;
  font: 400 1rem/1.5 "Ysabeau Office Variable", "Gill Sans", Optima, Candara, sans-serif; color: var(--ink); background: #fff;
  max-width: 44rem; margin: 0 auto; padding: 1.5rem; font-variant-numeric: tabular-nums lining-nums; }
.report h1 { font-size: 2rem; line-height: 1.15; margin: .5rem 0; font-weight: 600; }
.report h2 { font-size: 1.3rem; margin: 2rem 0 .5rem; padding-top: .5rem; border-top: 1.5px solid var(--ink); break-after: avoid; }
.report h3 { font-size: 1.05rem; margin: 1.2rem 0 .2rem; font-weight: 600; break-after: avoid; }
.report p { margin: .3rem 0; }
.report .soft, .report figcaption { color: var(--soft); font-size: .92rem; }
.report figure { margin: 0 0 1rem; break-inside: avoid; }
.report svg { display: block; width: 100%; height: auto; }
.report .level { max-width: 22rem; margin: 0; }
.report .verdict { font-weight: 600; }
.report .verdict.better::before { content: "\\2191\\00a0"; color: var(--teal); }
.report .verdict.worse::before { content: "\\2193\\00a0"; color: var(--ochre); }
.report .verdict.cannot-tell::before { content: "\\2194\\00a0"; color: var(--soft); }
.report table { border-collapse: collapse; width: 100%; font-size: .95rem; }
.report th, .report td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--rule); }
.report th { font-weight: 600; }
.report tr { break-inside: avoid; }
.report .grid { stroke: var(--rule); stroke-width: .6; }
.report .tick { font-size: 11px; fill: var(--soft); }
.report .band { fill: var(--wash); }
.report .decision { stroke: var(--ochre); stroke-width: 1; stroke-dasharray: 2 3; }
.report .trace { fill: none; stroke: var(--teal); stroke-width: 1.8; }
.report .point { fill: #fff; stroke: var(--teal); stroke-width: 1.8; }
.report .wedge { fill: var(--wash); } .report .horizon { stroke: var(--rule); stroke-width: 2; }
.report .tilt { stroke: var(--ink); stroke-width: 1.5; } .report .pelvis { fill: none; stroke: var(--ink); stroke-width: 4; }
.report .hip { fill: var(--ochre); }
.report .weeks { display: flex; gap: 1.5rem; list-style: none; padding: 0; flex-wrap: wrap; }
.report .dots { letter-spacing: .15em; color: var(--teal); }
@page { size: A4; margin: 16mm 15mm; }
@media print { .report { max-width: none; padding: 0; font-size: 10.5pt; } }
`;
