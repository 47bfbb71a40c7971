import { type DocumentName, printDocument } from "@proviso/core/terms";
import type { CheckEntry, Entry } from "../archive/archive.ts";
import { seenAt } from "../archive/document-states.ts";
import type { Queued } from "./queued.ts";
import { HEALTH_SIGNALS, isSignalName, type SignalName } from "./signals.ts";

const DAY = 86_400_000;
/** Clocks of one network differ by less. */
const SKEW = 5 * 60_000;
/** A step back that is over is of interest for so long. */
const SKEW_TOLD = 7 * DAY;

interface Failing {
  readonly signal: SignalName;
  readonly reason: string;
  readonly since: number;
  readonly times: number;
  /** A text that was kept is the failure: as long as it is the newest, nothing is seen. */
  readonly isText: boolean;
}

interface Seen {
  readonly document: DocumentName;
  failing: Failing | undefined;
  /** It was seen, and the latest look asks for a second one. */
  doubt: Omit<Failing, "isText"> | undefined;
  /** Of the look whose version or check comes next in the archive. */
  pending: Pick<Failing, "signal" | "reason"> | undefined;
  lastSeen: number | undefined;
  lastGood: string | undefined;
  /** Latest look of any outcome. */
  lastLook: number;
  skew: { readonly reason: string; readonly since: number } | undefined;
}

/**
 * Documents that are not seen well, those longest unseen first.
 *
 * An answer "unchanged" after a text that went to health is one more failed look: what did not change is the
 * failure. A doubt does not hide the document: it was seen then, and `lastSeen` says so.
 *
 * @param entries in the archive's order
 * @param now milliseconds since 1970, UTC
 * @param staleDays days without a good look after which a document is queued even if nothing failed
 */
export function healthQueue(entries: Iterable<Entry>, now: number, staleDays: number): readonly Queued[] {
  const documents = new Map<string, Seen>();
  for (const entry of entries) take(documents, entry);
  return [...documents.values()]
    .flatMap((seen) => queuedOf(seen, now, staleDays) ?? [])
    .sort((a, b) => a.since - b.since || compare(printDocument(a.document), printDocument(b.document)));
}

function take(documents: Map<string, Seen>, entry: Entry): void {
  const name = printDocument(entry.document);
  const known = documents.get(name);
  const seen: Seen = known ?? {
    document: entry.document,
    failing: undefined,
    doubt: undefined,
    pending: undefined,
    lastSeen: undefined,
    lastGood: undefined,
    lastLook: entry.at,
    skew: undefined,
  };
  if (known === undefined) documents.set(name, seen);
  if (entry.at < seen.lastLook - SKEW) {
    const reason = `entry ${entry.seq} is ${spanOf(seen.lastLook - entry.at)} earlier than one before it`;
    seen.skew = { reason, since: entry.at };
  }
  seen.lastLook = Math.max(seen.lastLook, entry.at);
  if (entry.kind === "version") {
    const { class: kind, reason, standing } = entry.judged;
    if (standing !== "health") {
      good(seen, seenAt(entry), entry.version);
      takeDoubt(seen, entry.at);
    } else fail(seen, entry.at, isSignalName(kind) ? kind : "not-terms", reason, true);
  } else if (entry.kind === "check") check(seen, entry);
}

function check(seen: Seen, { at, outcome, signal, reason }: CheckEntry): void {
  if (outcome === "unchanged" || outcome === "not-modified") {
    if (seen.failing?.isText === true) {
      fail(seen, at, seen.failing.signal, seen.failing.reason, true);
      return;
    }
    good(seen, at, seen.lastGood);
    // What was not sent anew was not read anew: the doubt is as it was.
    if (outcome === "unchanged") takeDoubt(seen, at);
    return;
  }
  const fallback: SignalName = outcome === "refused" ? "refused" : "extraction-failed";
  const name = signal !== undefined && isSignalName(signal) ? signal : fallback;
  if (outcome === "doubt") {
    if (signal === name) seen.pending ??= { signal: name, reason: reason ?? HEALTH_SIGNALS[name].words };
    return;
  }
  const unknown = signal !== undefined && name !== signal ? ` (signal \`${signal}\` is not known)` : "";
  fail(seen, at, name, `${reason ?? HEALTH_SIGNALS[name].words}${unknown}`);
}

function good(seen: Seen, at: number, version: string | undefined): void {
  seen.failing = undefined;
  seen.lastSeen = at;
  seen.lastGood = version;
}

function takeDoubt(seen: Seen, at: number): void {
  const { doubt, pending } = seen;
  seen.pending = undefined;
  seen.doubt = pending && { ...pending, since: doubt?.since ?? at, times: (doubt?.times ?? 0) + 1 };
}

/** The latest signal is the one to show; when it began is when seeing ended. */
function fail(seen: Seen, at: number, signal: SignalName, reason: string, isText = false): void {
  const { failing } = seen;
  seen.pending = undefined;
  seen.failing = { signal, reason, since: failing?.since ?? at, times: (failing?.times ?? 0) + 1, isText };
}

function queuedOf(seen: Seen, now: number, staleDays: number): Queued | undefined {
  const { document, failing, doubt, lastSeen, lastGood, lastLook, skew } = seen;
  const base = { document, lastSeen, lastGood };
  if (failing !== undefined) {
    const { isText: _, ...rest } = failing;
    return { ...base, ...rest };
  }
  if (lastLook > now + SKEW) {
    const reason = `the latest entry is ${spanOf(lastLook - now)} in the future`;
    return { ...base, signal: "clock-skew", reason, since: lastLook, times: 0 };
  }
  const age = now - (lastSeen ?? lastLook);
  if (age > staleDays * DAY) {
    const reason = `no good look for ${spanOf(age)}, ${staleDays} days allowed`;
    return {
      ...base,
      signal: "stale-capture",
      reason,
      since: (lastSeen ?? lastLook) + staleDays * DAY,
      times: 0,
    };
  }
  if (doubt !== undefined) return { ...base, ...doubt };
  if (skew !== undefined && skew.since > now - SKEW_TOLD) {
    return { ...base, signal: "clock-skew", ...skew, times: 0 };
  }
  return undefined;
}

function spanOf(milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY);
  return days > 0 ? `${days} days` : `${Math.round(milliseconds / 60_000)} minutes`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
