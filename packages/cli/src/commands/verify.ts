/**
 * `proviso verify`: whether files are what they claim to be, for whoever trusts none but a key
 *
 * Reads files and nothing else: what is said holds without a network and without whoever made them.
 */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { ProvisoError } from "@proviso/core";
import { parseCheckpoint } from "@proviso/core/ledger";
import { type Asked, type Checklist, type Outcome, verify } from "@proviso/core/verify";
import { readKey } from "../input/key.ts";
import { readText } from "../input/read-text.ts";
import { writeAtomic } from "../output/atomic.ts";
import { print } from "../output/stdout.ts";
import { hang, padEnd } from "../terminal/layout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import { startProgress } from "../terminal/progress.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { type Given, readGiven } from "../verify/read-given.ts";
import { readKeys } from "../verify/read-keys.ts";
import { readBundle, splitBundles } from "../verify/split-bundles.ts";
import type { Context, VerifyOptions } from "./options.ts";

const PAGE = new URL("../../page/verify.html", import.meta.url);
const SIGNS: Readonly<Record<Outcome, string>> = { ok: "✓", failed: "✗", "not-checked": "–" };
const NAME_CELLS = 14;

export async function verifyFiles(
  { terminal }: Context,
  paths: readonly string[],
  options: VerifyOptions,
): Promise<number> {
  if (options.page !== undefined) return await writePage(options.page, paths);
  if (paths.length === 0) {
    throw new ProvisoError("USAGE", "no file is named", { hint: "name the files to verify, together" });
  }
  const asked = await askedBy(options);
  const { bundles, rest } = await splitBundles(paths);
  const { files, folders } = await read(terminal, rest);
  const lists = [
    ...(await checkBundles(bundles, asked)),
    ...(rest.length === 0 ? [] : verify(files, { ...asked, wholeFolders: folders })),
  ];
  const isVerified = lists.length > 0 && lists.every(({ verdict }) => verdict === "verified");
  if (terminal.json) await print(`${JSON.stringify({ verified: isVerified, files: lists })}\n`);
  else if (lists.length === 0) await print("there is no file to verify\n");
  else await print(`${lists.map((list) => listText(list, terminal)).join("\n\n")}\n`);
  return isVerified ? EXIT.ok : EXIT.failed;
}

async function askedBy(options: VerifyOptions): Promise<Asked> {
  const { conversation, item, keyFile, against } = options;
  if (item !== undefined && conversation === undefined) {
    throw new ProvisoError("USAGE", "`--item` is given without `--conversation`", {
      hint: "an item is known by its conversation and its own id",
    });
  }
  return {
    keys: await readKeys(options.key ?? []),
    conversation,
    item,
    key: keyFile === undefined ? undefined : await readKey(keyFile, process.env),
    against: against === undefined ? undefined : parseCheckpoint(await readText(against), against),
  };
}

/** Loaded when it is needed: to make a text from a page again takes the extractors. */
async function checkBundles(paths: readonly string[], { keys }: Asked): Promise<readonly Checklist[]> {
  if (paths.length === 0) return [];
  const { checkBundle } = await import("@proviso/watch");
  const lists: Checklist[] = [];
  for (const file of paths) lists.push(await checkBundle(await readBundle(file), { file, keys }));
  return lists;
}

async function read(terminal: Terminal, paths: readonly string[]): Promise<Given> {
  const progress = startProgress(terminal, "reading", () => undefined);
  try {
    return await readGiven(paths, (bytes) => progress.update(bytes));
  } finally {
    progress.done();
  }
}

function listText({ file, artefact, checks, verdict, says }: Checklist, { out, columns }: Terminal): string {
  const paint = { ok: out.green, failed: out.red, "not-checked": out.dim };
  const lines = checks.flatMap(({ name, outcome, says: found }) => {
    const label = padEnd(name.replaceAll("-", " "), NAME_CELLS);
    return hang(`  ${paint[outcome](SIGNS[outcome])} ${label}`, printable(found), columns);
  });
  const not = checks.some(({ outcome }) => outcome === "not-checked") ? ["  –: was not checked"] : [];
  const end = verdict === "verified" ? out.green : verdict === "failed" ? out.red : out.yellow;
  return [
    out.bold(`${printable(file)}: ${artefact}`),
    ...lines,
    ...not.map((line) => out.dim(line)),
    ...hang("  ", end(printable(says)), columns),
  ].join("\n");
}

async function writePage(page: string, paths: readonly string[]): Promise<number> {
  if (paths.length > 0) {
    throw new ProvisoError("USAGE", "`--page` takes no files to verify", { hint: "drop them onto the page" });
  }
  const html = await readFile(fileURLToPath(PAGE));
  await writeAtomic(page, (write) => write(html), { overwrite: false });
  process.stderr.write(`${printable(page)} verifies files in any browser, without a network\n`);
  return EXIT.ok;
}
