/**
 * Archive -> what happened in it since it was last told -> alerts
 *
 * Told from the index, not from the looks: a run that is killed between a version and its alert is told by
 * the next one.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ProvisoError } from "@proviso/core";
import { printDocument, type TermsChange } from "@proviso/core/terms";
import {
  type Alertable,
  type Archive,
  type DispatchResult,
  type Exposure,
  healthQueue,
  readDeclarations,
  STALE_DAYS,
  type VersionEntry,
} from "@proviso/watch";
import type { Context } from "../commands/options.ts";
import { policyFolders } from "../commands/question.ts";
import type { WatchRunOptions } from "../commands/watch-options.ts";
import { writeAtomic } from "../output/atomic.ts";
import { changesSince } from "./changes-since.ts";
import { exposureOf } from "./exposure.ts";

export interface Told extends DispatchResult {
  readonly changes: readonly { readonly change: TermsChange; readonly exposures: readonly Exposure[] }[];
}

interface Cursor {
  /** Entries up to it were told. */
  readonly seq: number;
  /** Entries up to it were given to the rules of alerts, of which a run may have none. */
  readonly alerted: number;
}

const DAY = 86_400_000;
/** What happened while no alerts were set up is alerted later, if it is no older. */
const STILL_NEWS = 7 * DAY;
const NOTHING: DispatchResult = { sent: 0, held: 0, failed: 0, problems: [] };

export async function tellChanges(
  archive: Archive,
  options: WatchRunOptions,
  context: Context,
): Promise<Told> {
  const file = join(archive.folder, "state", "told.json");
  const { seq, alerted } = await readCursor(file);
  const entries = await Array.fromAsync(archive.entries());
  const last = entries.at(-1)?.seq ?? seq;
  const isToAlert = (entry: VersionEntry): boolean =>
    options.alerts !== undefined && entry.seq > alerted && entry.at > context.now - STILL_NEWS;
  const found = await changesSince(
    archive,
    entries,
    (entry) => isNews(entry) && (entry.seq > seq || isToAlert(entry)),
  );
  const changes: { change: TermsChange; exposures: readonly Exposure[] }[] = [];
  const alertables: Alertable[] = [];
  for (const { entry, change } of found) {
    const exposures = await exposuresOf(change, archive, options, context);
    if (entry.seq > seq) changes.push({ change, exposures });
    alertables.push({ kind: "change", change, exposures, class: entry.judged.class, seq: entry.seq });
  }
  // All of them each time: an alert knows which it has told.
  const { declarations } = await readDeclarations(join(archive.folder, "declarations"));
  const watched = new Set(declarations.map(({ document }) => printDocument(document)));
  for (const queued of healthQueue(entries, context.now, STALE_DAYS)) {
    // Of what is not watched, as a history that was imported, nobody expects a look.
    if (!watched.has(printDocument(queued.document))) continue;
    alertables.push({ kind: "health", ...queued });
  }
  const alerts =
    options.alerts === undefined ? NOTHING : await sent(archive, options, alertables, context.now);
  await writeAtomic(file, (write) =>
    write(JSON.stringify({ seq: last, alerted: options.alerts === undefined ? alerted : last })),
  );
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
  if (!existsSync(file)) return { seq: 0, alerted: 0 };
  const { seq, alerted = 0 } = cursorOf(await readFile(file, "utf8"));
  if (isNumber(seq) && isNumber(alerted)) return { seq, alerted };
  throw new ProvisoError("LEDGER_DAMAGED", "what was told is not known", {
    place: { file, field: "seq" },
    hint: "delete the file to be told everything again",
  });
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

function cursorOf(text: string): { readonly seq?: unknown; readonly alerted?: unknown } {
  try {
    return JSON.parse(text) as { readonly seq?: unknown; readonly alerted?: unknown };
  } catch {
    return {};
  }
}
