/**
 * Archive -> what happened in it since it was last told -> alerts
 *
 * Told from the index, not from the looks: a run that is killed between a version and its alert is told by
 * the next one.
 */
import { existsSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { TermsChange } from "@proviso/core/terms";
import {
  type Alertable,
  type Archive,
  type DispatchResult,
  healthQueue,
  STALE_DAYS,
  type VersionEntry,
} from "@proviso/watch";
import type { Context } from "../commands/options.ts";
import { policyFolders } from "../commands/question.ts";
import type { WatchRunOptions } from "../commands/watch-options.ts";
import { changesSince } from "./changes-since.ts";
import { type Exposure, exposureOf } from "./exposure.ts";

export interface Told extends DispatchResult {
  readonly changes: readonly { readonly change: TermsChange; readonly exposures: readonly Exposure[] }[];
}

interface Cursor {
  /** Entries up to it were told. */
  readonly seq: number;
}

const DAY = 86_400_000;
const NOTHING: DispatchResult = { sent: 0, held: 0, failed: 0, problems: [] };

export async function tellChanges(
  archive: Archive,
  options: WatchRunOptions,
  context: Context,
): Promise<Told> {
  const file = join(archive.folder, "state", "told.json");
  const { seq } = await readCursor(file);
  const entries = await Array.fromAsync(archive.entries());
  const last = entries.at(-1)?.seq ?? seq;
  const found = await changesSince(archive, entries, (entry) => entry.seq > seq && isNews(entry));
  const changes: { change: TermsChange; exposures: readonly Exposure[] }[] = [];
  const alertables: Alertable[] = [];
  for (const { entry, change } of found) {
    const exposures = await exposuresOf(change, archive, options, context);
    changes.push({ change, exposures });
    alertables.push({ kind: "change", change, exposures, class: entry.judged.class, seq: entry.seq });
  }
  // All of them each time: an alert knows which it has told.
  for (const queued of healthQueue(entries, context.now, STALE_DAYS)) {
    alertables.push({ kind: "health", ...queued });
  }
  const alerts =
    options.alerts === undefined ? NOTHING : await sent(archive, options, alertables, context.now);
  await writeFile(`${file}.new`, JSON.stringify({ seq: last }));
  await rename(`${file}.new`, file);
  return { ...alerts, changes };
}

/** What was imported is history: nobody is told today of what others saw last year. */
function isNews({ at, judged }: VersionEntry): boolean {
  return at - judged.at < DAY;
}

async function exposuresOf(
  change: TermsChange,
  archive: Archive,
  { chats, account, events, policies }: WatchRunOptions,
  context: Context,
): Promise<readonly Exposure[]> {
  if (chats === undefined) return [];
  const folders = policyFolders(policies === undefined ? {} : { policies });
  return await exposureOf(change, { archive, chats, account, events, folders }, context);
}

/** Loaded when it is needed: it brings mail and signatures with it. */
async function sent(
  { folder }: Archive,
  { alerts = "", allowPrivate = [] }: WatchRunOptions,
  alertables: readonly Alertable[],
  now: number,
): Promise<DispatchResult> {
  const { sendAlerts } = await import("./send-alerts.ts");
  return await sendAlerts(alerts, { archiveFolder: folder, alertables, now, allowPrivate });
}

async function readCursor(file: string): Promise<Cursor> {
  if (!existsSync(file)) return { seq: 0 };
  return JSON.parse(await readFile(file, "utf8")) as Cursor;
}
