/**
 * Colours and type. The answers' colours stay apart for every common kind of colour blindness
 * (orange, grey, blue); text on them keeps a contrast of at least 4.5 in both schemes.
 */
export const tokens = `
:root {
  color-scheme: light dark;
  --page: #f5f6f8; --card: #ffffff; --ink: #1a1d23; --soft: #565d69; --line: #dde1e7; --field: #8b93a1;
  --link: #0a58a8; --focus: #0a58a8; --mark: #eef3fa;
  --used: #d2691a; --used-ink: #9a4406; --used-bg: #fdf0e4;
  --not: #2f7fb8; --not-ink: #16598a; --not-bg: #e7f1f9;
  --unknown: #9aa1ac; --unknown-ink: #4d5561; --unknown-bg: #eef0f3;
  --hold: #7b4fa3; --shade: #2f7fb8;
  --r0: #0072b2; --r1: #e69f00; --r2: #009e73; --r3: #cc79a7; --r4: #56b4e9; --r5: #d55e00; --r6: #9aa1ac;
  --shadow: 0 1px 2px rgb(20 30 50 / 6%), 0 2px 8px rgb(20 30 50 / 4%);
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "Liberation Mono", Menlo, Consolas, monospace;
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #13161b; --card: #1c2027; --ink: #e9ecf1; --soft: #a6aebb; --line: #323944; --field: #6d7684;
    --link: #86bdf5; --focus: #86bdf5; --mark: #25303d;
    --used: #ef8f45; --used-ink: #ffb27a; --used-bg: #3b2818;
    --not: #559fd6; --not-ink: #93c8f0; --not-bg: #1b3244;
    --unknown: #868e9a; --unknown-ink: #c3cad4; --unknown-bg: #2b313a;
    --hold: #b48ad8; --shade: #559fd6; --shadow: none;
  }
}
*, ::before, ::after { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); overflow-wrap: anywhere; }
h1, h2, h3, p, ul, ol, dl, dd, figure, pre { margin: 0; padding: 0; }
h1 { font-size: 1.75rem; line-height: 1.25; font-weight: 650; letter-spacing: -0.01em; text-wrap: balance; }
h2 { font-size: 1.1875rem; line-height: 1.35; font-weight: 650; }
h3 { font-size: 1rem; font-weight: 650; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:hover { text-decoration-thickness: 2px; }
code, pre { font-family: var(--mono); font-size: 0.875em; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
h1:focus { outline: none; }
[hidden] { display: none !important; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.note { color: var(--soft); font-size: 0.9375rem; }
.sub { display: block; color: var(--soft); font-size: 0.875rem; font-weight: 400; }
.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
`;
