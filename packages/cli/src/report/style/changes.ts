/** What changes: the picture of flows, and what is told of one. */
export const changes = `
.flow-sides { display: flex; justify-content: space-between; color: var(--soft); font-size: 0.875rem; margin-top: 1rem; }
.verdict > .flow-sides + .plot { margin-top: 0.25rem; }
.flows { display: block; overflow: visible; }
.band path { fill-opacity: 0.34; stroke: transparent; stroke-width: 6; }
.band.stays path { fill-opacity: 0.16; }
.band:hover path, .band:focus-visible path { fill-opacity: 0.62; }
.band[aria-current] path { fill-opacity: 0.62; }
.band.stays[aria-current] path { fill-opacity: 0.3; }
.band:focus { outline: none; }
.band:focus-visible path { stroke: var(--focus); stroke-width: 2; }
.flow-label { fill: var(--ink); font-size: 14px; font-weight: 600; paint-order: stroke; stroke: var(--card); stroke-width: 4px; stroke-linejoin: round; pointer-events: none; font-variant-numeric: tabular-nums; }
.flow-table { width: 100%; margin-top: 0.5rem; overflow-wrap: normal; }
.flow-table a { color: inherit; text-decoration: none; font-weight: 400; }
.flow-table a:hover { text-decoration: underline; }
.flow-table .here { background: var(--mark); }
.flow-details .columns { margin-top: 1rem; }
#flow:focus { outline: none; }
.flow-details h3 { margin-bottom: 0.25rem; }
.flow-segments { display: grid; grid-template-columns: minmax(7rem, auto) minmax(0, 1fr); gap: 0.25rem 1rem; font-size: 0.9375rem; }
.flow-segments dt { color: var(--soft); }
.flow-segments .number { font-weight: 600; }
@media (max-width: 480px) {
  nav { gap: 0 0.75rem; font-size: 0.9375rem; }
  .flow-table .wide { display: none; }
  .flow-table th, .flow-table td { padding: 0.375rem 0.25rem; }
  .flow-table .badge { padding: 0 0.5rem 0 0.25rem; font-size: 0.8125rem; }
}
`;
