/**
 * `proviso watch stale`: which rules rest on clauses that are no longer as they were read, and a draft
 */
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ProvisoError } from "@proviso/core";
import type { Policy } from "@proviso/core/policy";
import {
  changeOf,
  type Draft,
  draftPolicy,
  type StaleRules,
  staleRules,
  type WatchedDocument,
} from "@proviso/core/terms";
import { Archive } from "@proviso/watch";
import { writeAtomic } from "../output/atomic.ts";
import { print } from "../output/stdout.ts";
import { type LoadedPolicy, loadPacks, type Packs } from "../packs/load.ts";
import { hang } from "../terminal/layout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { counted } from "../terminal/words.ts";
import { namesByUrl, watchedOf } from "../watch/watched-documents.ts";
import type { Context } from "./options.ts";
import { policyFolders } from "./question.ts";
import type { ArchiveOptions } from "./watch-options.ts";

interface StaleOptions extends ArchiveOptions {
  readonly policies?: readonly string[];
  readonly policy?: string;
  readonly draft?: string;
}

interface Checked {
  readonly policy: Policy;
  readonly rules: StaleRules;
  readonly draft: Draft | undefined;
  readonly draftFile: string | undefined;
}

/** Exit code 1 if a rule is stale. */
export async function watchStale({ terminal, now }: Context, options: StaleOptions): Promise<number> {
  const folders = policyFolders(options);
  const archive = await Archive.open(options.archive, { write: false });
  const names = await namesByUrl(archive, folders);
  const checked: Checked[] = [];
  let unwatched = 0;
  const newest = newestOf(await loadPacks(folders), options.policy);
  if (newest.length === 0) {
    throw new ProvisoError("NOT_FOUND", `no policy \`${options.policy ?? ""}\``, {
      hint: "`proviso policy list` names them",
    });
  }
  for (const loaded of newest) {
    const watched = await watchedOf(loaded.policy, archive, names);
    if (watched.length === 0) unwatched += 1;
    else checked.push(await check(loaded, watched, options.draft, now));
  }
  const hasStale = checked.some(({ rules }) => rules.stale.length > 0);
  if (terminal.json) {
    const list = checked.map(({ policy: { id, version }, rules, draft, draftFile }) => {
      const written = draft === undefined ? null : { file: draftFile, edits: draft.edits, open: draft.open };
      return { policy: id, version, ...rules, draft: written };
    });
    await print(`${JSON.stringify({ policies: list, unwatched })}\n`);
  } else {
    const lines = checked.flatMap((one) => checkedLines(one, terminal));
    lines.push(
      `${counted(checked.length, "policy", "policies")} checked; of ${unwatched} more no text is in the archive`,
    );
    await print(`${lines.join("\n")}\n`);
  }
  return hasStale ? EXIT.failed : EXIT.ok;
}

/** Of each chain the last version: older ones rest on older texts. */
export function newestOf(packs: Packs, wanted: string | undefined): readonly LoadedPolicy[] {
  const newest = new Map<string, LoadedPolicy>();
  for (const loaded of packs.policies) {
    const { id, version } = loaded.policy;
    if (wanted !== undefined && wanted !== id) continue;
    const known = newest.get(id);
    if (known === undefined || known.policy.version < version) newest.set(id, loaded);
  }
  return [...newest.values()];
}

async function check(
  { policy, file }: LoadedPolicy,
  watched: readonly WatchedDocument[],
  folder: string | undefined,
  now: number,
): Promise<Checked> {
  const texts = new Map(watched.map(({ key, after }) => [key, after]));
  const read = new Map(watched.flatMap(({ key, before }) => (before === undefined ? [] : [[key, before]])));
  const rules = staleRules(policy, texts, read);
  if (folder === undefined || rules.stale.length === 0)
    return { policy, rules, draft: undefined, draftFile: undefined };
  const changes = watched.flatMap(({ name, before, after }) =>
    before === undefined || before.id === after.id ? [] : [changeOf(name, before, after)],
  );
  if (changes.length === 0) return { policy, rules, draft: undefined, draftFile: undefined };
  const draft = draftPolicy({ text: await readFile(file, "utf8"), file }, changes, watched, now);
  await mkdir(folder, { recursive: true });
  const draftFile = join(folder, `${policy.id.replaceAll("/", "-")}-${draft.version}.yaml`);
  await writeAtomic(draftFile, (write) => write(draft.text));
  return { policy, rules, draft, draftFile };
}

function checkedLines(
  { policy, rules, draft, draftFile }: Checked,
  { out, columns }: Terminal,
): readonly string[] {
  const { stale, sections, unchecked } = rules;
  const counts = ["intact", "moved", "changed", "gone", "unchecked"].map(
    (name) => `${sections.filter(({ standing }) => standing === name).length} ${name}`,
  );
  const head = stale.length === 0 ? out.green("stands") : out.red(counted(stale.length, "stale rule"));
  const lines = [
    `${out.bold(printable(`${policy.id}@${policy.version}`))}: ${head}; clauses: ${counts.join(", ")}; ${unchecked.length} rest on nothing that could be checked`,
  ];
  for (const { kind, id, on } of stale) {
    lines.push(`  ${kind} ${out.bold(printable(id))}`);
    for (const { document, section, standing, now, reason } of on) {
      const place = section === undefined ? document : `${document}#${section}`;
      const where = now === undefined || now === section ? "" : ` (now: ${now})`;
      lines.push(...hang("    ", printable(`${standing}: ${place}${where}: ${reason}`), columns));
    }
  }
  if (draft !== undefined) {
    lines.push(`  draft: ${printable(draftFile ?? "")}, to be reviewed; nothing is in force by itself`);
    for (const { field, from, to, because } of draft.edits) {
      lines.push(...hang("    ~ ", printable(`${field}: ${from ?? "nothing"} → ${to}: ${because}`), columns));
    }
    for (const { about, reason } of draft.open) {
      lines.push(...hang("    ? ", printable(`${about}: ${reason}`), columns));
    }
  }
  return [...lines, ""];
}
