/** The list of conversations; row heights as in client/view-chats.ts. */
export const list = `
.chats { gap: 0.875rem; }
.controls { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: end; }
.controls label { display: grid; gap: 0.125rem; font-size: 0.875rem; color: var(--soft); min-width: 0; flex: 0 1 9.5rem; }
.controls .search { flex: 1 1 16rem; }
.controls select, .controls input { width: 100%; font-size: 1rem; text-overflow: ellipsis; }
.list-head { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem; }
.list-head .button { margin-left: auto; }
.nothing { text-align: center; padding: 3rem 1rem; }
.status { font-weight: 600; }
.chips { list-style: none; display: flex; flex-wrap: wrap; gap: 0.5rem; min-width: 0; }
.chips li { display: flex; align-items: center; max-width: 30rem; background: var(--mark); border: 1px solid var(--line); border-radius: 6px; font-size: 0.9375rem; padding-left: 0.625rem; }
.chips span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.chips button { font: inherit; font-size: 1.125rem; line-height: 1; background: none; border: 0; color: var(--soft); padding: 0.375rem 0.625rem; cursor: pointer; }
.v-list { height: calc(100vh - 23.5rem); min-height: 24rem; overflow: auto; background: var(--card); border: 1px solid var(--line); border-radius: 10px; contain: strict; }
.v-head { position: sticky; top: 0; z-index: 2; background: var(--card); border-bottom: 1px solid var(--line); }
.v-body { position: relative; }
.v-row { display: grid; grid-template-columns: minmax(0, 2.6fr) minmax(0, 2fr) 6.5rem 6.75rem 7.5rem 4.5rem; gap: 0 1rem; align-items: center; padding: 0 1rem; }
.v-body .v-row { position: absolute; left: 0; right: 0; height: 56px; border-bottom: 1px solid var(--line); font-size: 0.9375rem; line-height: 1.35; font-variant-numeric: tabular-nums; }
.v-body .v-row:hover, .v-body .v-row:focus-within { background: var(--mark); }
.v-row > * { min-width: 0; }
.v-row .c-title a, .v-row .sub { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.v-row .sub { margin-top: 1px; }
.v-row .c-items { text-align: right; }
.v-head button { font: inherit; font-size: 0.875rem; font-weight: 600; color: var(--soft); background: none; border: 0; padding: 0.625rem 0; cursor: pointer; white-space: nowrap; }
.v-head button:hover, .v-head [aria-sort="ascending"] button, .v-head [aria-sort="descending"] button { color: var(--ink); }
@media (max-width: 760px) {
  .controls label { flex: 1 1 calc(50% - 0.75rem); }
  .controls .search { flex-basis: 100%; }
  .list-head .button { margin-left: 0; }
  .v-list { height: calc(100vh - 8rem); }
  .v-head .v-row { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: 0.125rem 1rem; }
  .v-head button { padding: 0.375rem 0; }
  .v-body .v-row { height: 74px; grid-template-columns: minmax(0, 1fr) auto auto; grid-template-rows: auto auto; align-content: center; gap: 0.25rem 0.75rem; }
  .v-body .c-title { grid-column: 1 / -1; display: flex; align-items: baseline; gap: 0.75rem; }
  .v-body .c-title a { flex: 1; }
  .v-body .c-title .sub { flex: none; max-width: 40%; }
  .v-body .c-answer { grid-column: 1 / 3; display: flex; align-items: center; gap: 0.625rem; }
  .v-body .c-last, .v-body .c-ends, .v-body .c-items { display: none; }
  .v-body .c-created { font-size: 0.875rem; color: var(--soft); }
}
`;
