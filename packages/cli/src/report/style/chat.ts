/** The page of one conversation. */
export const chat = `
.chat .back { margin-bottom: -0.5rem; }
.chat-head { display: grid; gap: 0.75rem; }
.meta { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; }
.meta dt { color: var(--soft); font-size: 0.875rem; }
.copy { display: flex; flex-wrap: wrap; align-items: center; gap: 0.75rem; }
.copy .note { flex: 1; }
.address { width: 100%; }
.answers { list-style: none; }
.answers li { display: grid; grid-template-columns: 14rem 8rem minmax(0, 1fr); gap: 0.25rem 1rem; align-items: baseline; padding: 0.5rem 0.75rem; margin: 0 -0.75rem; border-bottom: 1px solid var(--line); }
.answers li:last-child { border-bottom: 0; }
.answers .badge { justify-self: start; }
.answers .here { background: var(--mark); border-radius: 6px; }
.answers .here a { color: inherit; font-weight: 600; text-decoration: none; }
.reason { font-size: 1.125rem; }
.deciding > * + * { margin-top: 0.5rem; }
.reading { border-left: 3px solid var(--field); padding: 0.125rem 0 0.125rem 0.875rem; margin-top: 0.5rem; }
.cites { padding-left: 1.25rem; font-size: 0.9375rem; }
.cites .url { font-size: 0.875rem; overflow-wrap: anywhere; }
.rules { padding-left: 1.75rem; margin-top: 0.25rem; }
.rule { padding: 0.375rem 0; }
.rule.decided > p code { font-weight: 700; }
.rule.decided .tag { color: var(--ink); background: var(--mark); font-weight: 600; }
.grounds { list-style: none; font-size: 0.9375rem; color: var(--soft); }
.grounds code { color: var(--ink); }
.card > .facts { margin-top: 1rem; }
.facts summary { font-weight: 600; }
.fact-table { width: 100%; min-width: 34rem; font-size: 0.9375rem; }
.fact-table th[scope="row"] { width: 42%; font-weight: 400; }
.fact-table .unknown { background: var(--unknown-bg); }
.fact-table code { font-size: 0.8125rem; }
.fact-table td:nth-child(2) { min-width: 11.5rem; }
.event { display: block; overflow-wrap: anywhere; }
.clock { fill: var(--not); }
.clock.hold { fill: var(--hold); }
.clock.maybe { fill-opacity: 0.25; stroke: var(--not); stroke-width: 1.5; stroke-dasharray: 5 3; }
.clock-end { stroke: var(--ink); stroke-width: 2; }
.clock-label { fill: var(--ink); font-size: 14px; paint-order: stroke; stroke: var(--card); stroke-width: 4px; }
.open-stop { stop-color: var(--not); }
.open-stop-end { stop-color: var(--not); stop-opacity: 0.08; }
.now { stroke: var(--used); stroke-width: 2; stroke-dasharray: 4 3; }
.now-label { fill: var(--used-ink); font-size: 13px; }
.clocks { list-style: none; }
.clocks > li { padding: 0.625rem 0; border-top: 1px solid var(--line); }
.part + .part { margin-top: 1rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.digest { font-family: var(--mono); font-size: 0.875rem; }
pre { overflow-x: auto; padding: 0.75rem 1rem; background: var(--page); border: 1px solid var(--line); border-radius: 6px; white-space: pre-wrap; }
@media (max-width: 760px) {
  .answers li { grid-template-columns: minmax(0, 1fr) auto; }
  .answers .note { grid-column: 1 / -1; }
  .fact-table { min-width: 0; }
  .fact-table thead { display: none; }
  .fact-table, .fact-table tbody, .fact-table tr, .fact-table th, .fact-table td { display: block; width: auto !important; }
  .fact-table tr { padding: 0.5rem; border-bottom: 1px solid var(--line); }
  .fact-table th, .fact-table td { padding: 0.0625rem 0; border: 0; }
  .fact-table td:nth-child(2) { font-weight: 600; }
}
@media print {
  :root { --page: #fff; --shadow: none; font-size: 12px; }
  nav, .chooser, .skip, .button, .segments, .controls, .tooltip, .back { display: none !important; }
  .card { break-inside: avoid; border-color: #bbb; }
  .v-list { height: auto; contain: none; overflow: visible; max-height: 60rem; }
  .scroll-x { overflow: visible; }
  * { print-color-adjust: exact; }
}
`;
