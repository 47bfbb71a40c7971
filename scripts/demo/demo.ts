/**
 * `npm run demo`: scans the four examples, says what a change of terms did, exports a training set, and says where everything is.
 *
 * Calls the command line as a person would; what it writes lands in `demo/`.
 */
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAfter } from "./before-after.ts";

const root = join(import.meta.dirname, "../..");
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

/** @param args as a person would write them in the folder of the examples; `files` are the paths among them */
function proviso(
  command: string,
  args: readonly string[],
  files: ReadonlySet<string>,
  more: readonly string[],
): void {
  process.stdout.write(`$ proviso ${command} ${args.join(" ")}\n\n`);
  const full = args.map((arg) => (files.has(arg) ? join(examples, arg) : arg));
  const main = join(root, "packages/cli/src/main.ts");
  const done = spawnSync(
    process.execPath,
    ["--conditions=@proviso/source", main, command, ...full, ...more],
    {
      cwd: root,
      stdio: "inherit",
    },
  );
  if (done.status !== 0) process.exit(done.status ?? 1);
}

mkdirSync(out, { recursive: true });
const reports: string[] = [];
for (const { name, says, args } of DEMOS) {
  const report = join(out, `${name}.html`);
  process.stdout.write(`\n== ${says}\n`);
  const files = new Set(args.filter((arg) => !arg.startsWith("--")));
  proviso("scan", args, files, ["--redact", "--report", report]);
  reports.push(report);
}

const CHANGES = join(out, "what-changed.html");
const PERSONAL = ["claude-personal", "--account", "claude-personal/account.yaml"];
const PERSONAL_FILES = new Set(PERSONAL.filter((arg) => !arg.startsWith("--")));
process.stdout.write("\n== What changed for me on 8 October 2025, when new terms began to bind?\n");
proviso("whatif", [...PERSONAL, "--on", "2025-10-08"], PERSONAL_FILES, ["--html", CHANGES]);
reports.push(CHANGES);

const SET = join(out, "training-set");
const KEY_FILE = join(out, "export.key");
const key = randomBytes(32);
process.stdout.write("\n== What may train a model, redacted, as a training set with its papers\n");
writeFileSync(KEY_FILE, key.toString("hex"), { mode: 0o600 });
proviso(
  "export",
  [...PERSONAL, "--purpose", "train-general", "--format", "hf-messages", "--profile", "pseudonymous"],
  PERSONAL_FILES,
  ["--out", SET, "--key-file", KEY_FILE, "--force"],
);
proviso("export", ["verify"], new Set(), [SET]);

const shown = await beforeAfter(
  join(examples, "claude-personal/data-2026-09-14-10-22-31-batch-0000/conversations.json"),
  SET,
  key,
);
if (shown !== undefined) {
  process.stdout.write(`\nOne of its conversations, ${shown.title ?? "without a title"}, before\n`);
  for (const text of shown.before) process.stdout.write(`  | ${text.replaceAll("\n", "\n  | ")}\n`);
  process.stdout.write("and after\n");
  for (const text of shown.after) process.stdout.write(`  | ${text.replaceAll("\n", "\n  | ")}\n`);
}

process.stdout.write("\nReports, each one file without any network; open them in a browser:\n");
for (const report of reports) {
  process.stdout.write(`  ${relative(process.cwd(), report)}\n    ${pathToFileURL(report).href}\n`);
}
process.stdout.write(`\nThe training set, and its manifest:\n  ${relative(process.cwd(), SET)}\n`);
process.stdout.write(`${readFileSync(join(SET, "manifest.json"), "utf8").trimEnd()}\n`);
