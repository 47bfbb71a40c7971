/** The summary: tiles, questions, charts. */
export const summary = `
.verdict { padding: 1.75rem 1.75rem 1.5rem; }
.verdict > * + * { margin-top: 0.5rem; }
.proportions { display: block; width: 100%; height: 20px; margin-top: 1.25rem; border-radius: 4px; overflow: hidden; }
.tiles { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1.5rem; margin-top: 1.25rem; }
.tile { border-top: 3px solid var(--unknown); padding-top: 0.75rem; }
.tile.used { border-color: var(--used); }
.tile.not { border-color: var(--not); }
.tile-main { display: grid; grid-template-columns: auto 1fr; align-items: baseline; column-gap: 0.625rem; color: inherit; text-decoration: none; }
.tile-label { grid-column: 1 / -1; display: flex; align-items: center; gap: 0.375rem; font-weight: 600; }
.tile.used .tile-label { color: var(--used-ink); }
.tile.not .tile-label { color: var(--not-ink); }
.tile.unknown .tile-label { color: var(--unknown-ink); }
.tile-number { font-size: 2.25rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }
.tile-main:hover .tile-number { text-decoration: underline; text-decoration-thickness: 2px; }
.tile-share { color: var(--soft); }
.tile-why { margin-top: 0.5rem; font-size: 0.875rem; font-weight: 400; color: var(--soft); }
.reasons { list-style: none; }
.reasons li, .advice li { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; padding: 0.375rem 0; border-bottom: 1px solid var(--line); }
.reasons li { font-size: 0.9375rem; line-height: 1.4; }
.reasons li:last-child, .advice li:last-child { border-bottom: 0; }
.reasons a { color: inherit; text-decoration: none; }
.reasons a:hover { text-decoration: underline; }
.advice { list-style: none; }
.questions { list-style: none; }
.questions li { display: flex; justify-content: space-between; align-items: baseline; gap: 0.25rem 1.5rem; padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
.questions .and { font-weight: 400; color: var(--soft); }
.settles { white-space: nowrap; }
.segments { display: inline-flex; border: 1px solid var(--field); border-radius: 6px; padding: 0; margin: 0; overflow: hidden; min-width: 0; }
.segments input { position: absolute; opacity: 0; }
.segments span { display: block; padding: 0.3125rem 0.75rem; cursor: pointer; font-size: 0.9375rem; }
.segments label + label { border-left: 1px solid var(--field); }
.segments input:checked + span { background: var(--mark); font-weight: 600; }
.segments input:focus-visible + span { outline: 2px solid var(--focus); outline-offset: -3px; }
.plot { width: 100%; overflow: hidden; }
.plot svg { display: block; overflow: visible; }
.grid { stroke: var(--line); shape-rendering: crispEdges; }
.tick { fill: var(--soft); font-size: 13px; font-variant-numeric: tabular-nums; }
.bar-area { fill: transparent; }
.bar:hover .bar-area, .bar:focus .bar-area { fill: var(--mark); }
.bar:focus { outline: none; }
.bar:focus-visible .bar-area { stroke: var(--focus); stroke-width: 2; }
.fill-used { fill: var(--used); } .fill-not { fill: var(--not); } .fill-unknown { fill: var(--unknown); }
.fill-r0 { fill: var(--r0); } .fill-r1 { fill: var(--r1); } .fill-r2 { fill: var(--r2); } .fill-r3 { fill: var(--r3); }
.fill-r4 { fill: var(--r4); } .fill-r5 { fill: var(--r5); } .fill-r6 { fill: var(--r6); }
.pattern-stroke { fill: none; stroke: var(--card); stroke-width: 1.75; stroke-opacity: 0.75; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; font-size: 0.9375rem; }
.legend li { display: flex; align-items: baseline; gap: 0.5rem; }
.legend .swatch { flex: none; position: relative; top: 2px; }
.legend a { color: inherit; }
.redaction { width: 100%; overflow-wrap: normal; }
.redaction td span { display: inline-block; min-width: 4ch; }
.redaction th code { font-weight: 400; color: var(--soft); font-size: 0.8125rem; white-space: nowrap; }
.redaction td { white-space: nowrap; }
.redaction meter { width: min(12rem, 24vw); height: 0.625rem; margin-right: 0.75rem; vertical-align: middle; border: 0; background: none; }
.redaction meter::-webkit-meter-bar { background: none; border: 0; border-radius: 0; height: 0.625rem; }
.redaction meter::-webkit-meter-optimum-value { background: var(--r1); border-radius: 2px; }
@media (max-width: 40rem) { .redaction meter { display: none; } .redaction th { font-weight: 500; } }
.numbers td, .numbers th + th { text-align: right; }
.ends { font-size: 0.9375rem; min-width: 100%; overflow-wrap: normal; }
.ends th { vertical-align: bottom; }
.ends thead th { max-width: 9rem; }
.ends td, .ends thead th + th { text-align: right; }
.ends th:first-child { position: sticky; left: 0; background: var(--card); white-space: nowrap; }
.ends td { padding: 0; min-width: 4.25rem; }
.ends td a { display: block; padding: 0.4375rem 0.75rem; color: var(--ink); text-decoration: none; }
.ends td a:hover { text-decoration: underline; }
.ends .empty { color: var(--field); padding: 0.4375rem 0.75rem; }
.shade-1 { background: color-mix(in srgb, var(--shade) 7%, var(--card)); }
.shade-2 { background: color-mix(in srgb, var(--shade) 15%, var(--card)); }
.shade-3 { background: color-mix(in srgb, var(--shade) 24%, var(--card)); }
.shade-4 { background: color-mix(in srgb, var(--shade) 33%, var(--card)); }
.shade-5 { background: color-mix(in srgb, var(--shade) 42%, var(--card)); }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1rem 2.5rem; }
.candidates { list-style: none; margin: 0.25rem 0 0.5rem; }
.candidates li { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; padding: 0.375rem 0; border-bottom: 1px solid var(--line); }
.candidates a { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.candidates .note { flex: none; }
@media (max-width: 760px) {
  main, .top-row, .chooser, .bottom { padding-left: 1rem; padding-right: 1rem; }
  main { padding-top: 1rem; }
  h1 { font-size: 1.4375rem; }
  .card, .verdict { padding: 1.125rem 1rem; }
  .tiles { grid-template-columns: minmax(0, 1fr); gap: 1.25rem; }
  .questions li, .advice li { flex-direction: column; }
}
`;
