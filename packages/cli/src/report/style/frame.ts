/** The page's frame: head, navigation, cards, buttons, badges. */
export const frame = `
#app { min-height: 100vh; display: flex; flex-direction: column; }
.loading { margin: auto; padding: 3rem; color: var(--soft); }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--card); padding: 0.5rem 1rem; z-index: 9; }
main, .top-row, .chooser, .bottom { width: 100%; max-width: 1120px; margin: 0 auto; padding: 0 1.25rem; }
main { flex: 1; padding-top: 1.5rem; padding-bottom: 2.5rem; }
.top { background: var(--card); border-bottom: 1px solid var(--line); }
.top-row { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.25rem 1.5rem; min-height: 3.5rem; }
.brand { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.75rem; padding: 0.5rem 0; }
nav { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
nav a { white-space: nowrap; color: var(--soft); text-decoration: none; padding: 1rem 0 0.875rem; border-bottom: 3px solid transparent; }
nav a:hover { color: var(--ink); }
nav a[aria-current] { color: var(--ink); font-weight: 600; border-color: var(--link); }
.chooser label { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; padding: 0 0 0.75rem; color: var(--soft); }
select, input[type="search"], .address {
  font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--field); border-radius: 6px;
  padding: 0.375rem 0.625rem; min-height: 2.5rem; max-width: 100%;
}
.chooser select { font-weight: 600; }
.button {
  font: inherit; font-size: 0.9375rem; color: var(--link); background: var(--card); cursor: pointer;
  border: 1px solid var(--field); border-radius: 6px; padding: 0.375rem 0.75rem; min-height: 2.5rem;
}
.button:hover { background: var(--mark); }
.bottom { padding-top: 1rem; padding-bottom: 2rem; color: var(--soft); font-size: 0.9375rem; }
.stack { display: flex; flex-direction: column; gap: 1.25rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1.25rem 1.5rem; box-shadow: var(--shadow); min-width: 0; }
.card > * + * { margin-top: 0.75rem; }
.card-head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 0.75rem; }
.eyebrow { color: var(--soft); font-size: 0.9375rem; }
.plain { padding-left: 1.25rem; }
.plain li + li { margin-top: 0.25rem; }
.badge { display: inline-flex; align-items: center; gap: 0.375rem; padding: 0.0625rem 0.625rem 0.0625rem 0.4375rem; border-radius: 999px; font-size: 0.875rem; font-weight: 600; white-space: nowrap; }
.badge.used { background: var(--used-bg); color: var(--used-ink); }
.badge.not { background: var(--not-bg); color: var(--not-ink); }
.badge.unknown { background: var(--unknown-bg); color: var(--unknown-ink); }
.glyph { width: 0.875rem; height: 0.875rem; flex: none; fill: none; stroke: currentColor; stroke-width: 2.25; stroke-linecap: round; stroke-linejoin: round; }
.tag { display: inline-block; margin-left: 0.5rem; padding: 0 0.4375rem; border: 1px solid var(--field); border-radius: 4px; font-size: 0.8125rem; line-height: 1.45; color: var(--soft); white-space: nowrap; }
.tag.strong { margin: 0; color: var(--ink); background: var(--mark); }
.ask { font-weight: 550; }
.scroll-x { overflow-x: auto; margin-left: -0.25rem; padding: 0.25rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 0.375rem 0.75rem; border-bottom: 1px solid var(--line); vertical-align: top; }
th { font-weight: 600; }
summary { cursor: pointer; color: var(--link); padding: 0.25rem 0; }
.tooltip {
  position: absolute; z-index: 10; max-width: min(26rem, calc(100vw - 1rem)); padding: 0.5rem 0.75rem; border-radius: 6px;
  background: var(--ink); color: var(--page); font-size: 0.875rem; line-height: 1.45; pointer-events: none; display: grid;
}
noscript main { max-width: 60rem; }
`;
