/**
 * `npm run demo`: scans the four examples and says where the reports are.
 *
 * Calls the command line as a person would; the reports land in `demo/`.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "..");
const examples = join(root, "examples");
const out = join(root, "demo");

const DEMOS: readonly { readonly name: string; readonly says: string; readonly args: readonly string[] }[] = [
  {
    name: "claude-personal",
    says: "A Claude export; the training setting was on, off, and on again",
    args: ["claude-personal", "--account", "claude-personal/account.yaml"],
  },
  {
    name: "claude-personal-without-timeline",
    says: "The same export, and nothing else known: what cannot be told, and which question would settle it",
    args: ["claude-personal"],
  },
  {
    name: "chatgpt-family",
    says: "A ChatGPT export as downloaded; opted out in January 2026",
    args: ["chatgpt-family/chatgpt-export-2026-06-30.zip", "--account", "chatgpt-family/account.yaml"],
  },
  {
    name: "claude-code-work",
    says: "Claude Code sessions, first by login, then by API key",
    args: ["claude-code-work", "--account", "claude-code-work/account.yaml"],
  },
  {
    name: "support-desk",
    says: "A company's own support chats with a log of consents, held against the strict default",
    args: ["support-desk/conversations.jsonl", "--events", "support-desk/events.jsonl"],
  },
];

mkdirSync(out, { recursive: true });
const reports: string[] = [];
for (const { name, says, args } of DEMOS) {
  const report = join(out, `${name}.html`);
  process.stdout.write(`\n== ${says}\n$ proviso scan ${args.join(" ")}\n\n`);
  const paths = args.map((arg) => (arg.startsWith("--") ? arg : join(examples, arg)));
  const done = spawnSync(
    process.execPath,
    [
      "--conditions=@proviso/source",
      join(root, "packages/cli/src/main.ts"),
      "scan",
      ...paths,
      "--report",
      report,
    ],
    { cwd: root, stdio: "inherit" },
  );
  if (done.status !== 0) process.exit(done.status ?? 1);
  reports.push(report);
}

process.stdout.write("\nReports, each one file without any network; open them in a browser:\n");
for (const report of reports) {
  process.stdout.write(`  ${relative(process.cwd(), report)}\n    ${pathToFileURL(report).href}\n`);
}
