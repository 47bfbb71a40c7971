/** What the page for verifying has beside the report's frame. */
export const verifyStyle = `
main, .top-row, .bottom { max-width: 56rem; }
main > * + * { margin-top: 1.25rem; }
.drop { border: 2px dashed var(--field); text-align: center; padding: 1.75rem 1.25rem; }
.drop.over { border-color: var(--link); background: var(--mark); }
.buttons { display: flex; flex-wrap: wrap; gap: 0.75rem; justify-content: center; }
.fields { display: grid; gap: 1rem; }
.fields label { display: grid; gap: 0.375rem; font-weight: 600; }
.fields .note { font-weight: 400; }
details .fields { gap: 0.5rem; margin-top: 0.75rem; }
textarea, input[type="text"], input[type="password"] {
  font: inherit; font-family: var(--mono); font-size: 0.875rem; width: 100%; color: var(--ink); background: var(--card);
  border: 1px solid var(--field); border-radius: 6px; padding: 0.5rem 0.625rem; min-height: 2.5rem;
}
textarea { min-height: 4.5rem; resize: vertical; }
.status-row { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; justify-content: space-between; }
#status { font-weight: 600; }
#lists > * + * { margin-top: 1.25rem; }
.list { border-left-width: 6px; }
.list.verified { border-left-color: var(--good); }
.list.failed { border-left-color: var(--bad); }
.list.consistent { border-left-color: var(--unknown); }
.list-head { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; justify-content: space-between; align-items: baseline; }
.list.verified .verdict, li.ok .sign { color: var(--good); }
.list.failed .verdict, li.failed .sign { color: var(--bad); }
.list.consistent .verdict, li.not-checked .sign { color: var(--unknown-ink); }
.checks { list-style: none; display: grid; gap: 0.5rem; }
.checks li { display: grid; grid-template-columns: 1.5rem 1fr; }
.checks .not-checked { color: var(--soft); }
.sign { font-weight: 700; }
:root { --good: #1a7044; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --good: #6fd39b; --bad: #ff9d94; } }
@media (max-width: 30rem) { .card { padding: 1rem; } main, .top-row, .bottom { padding-left: 0.875rem; padding-right: 0.875rem; } }
`;
