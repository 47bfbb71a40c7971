/** Entries of one document, in the archive's order -> the stretches in which it was **not seen** */
import type { DocumentName } from "@proviso/core/terms";
import type { Entry } from "../archive/archive.ts";
import { seenAt } from "../archive/document-states.ts";
import { healthQueue } from "../health/queue.ts";
import { type Queued, STALE_DAYS } from "../health/queued.ts";
import { HEALTH_SIGNALS } from "../health/signals.ts";
import type { NotSeen } from "./timeline.ts";

const DAY = 86_400_000;

/** Takes entries one by one, so that an archive is read once for all of its documents. */
export class Sightings {
  readonly #document: DocumentName;
  readonly #stretches: NotSeen[] = [];
  #open: NotSeen | undefined;
  /** With it, the next answer is judged: "unchanged" after a failure may be the failure once more. */
  #failed: Entry | undefined;
  #lastLook: number | undefined;

  constructor(document: DocumentName) {
    this.#document = document;
  }

  take(entry: Entry): void {
    // A doubt is part of the look whose version or check comes next.
    const isDoubt = entry.kind === "check" && entry.outcome === "doubt";
    if (entry.kind === "snapshot" || isDoubt || !isLook(entry)) return;
    const { at } = entry;
    this.#idle(at);
    this.#lastLook = Math.max(at, this.#lastLook ?? at);
    const failure = failureOf(this.#failed === undefined ? [entry] : [this.#failed, entry], at);
    if (failure === undefined) {
      this.#close(at);
      return;
    }
    const { signal, reason } = failure;
    const { at: since = at, times = 0 } = this.#open ?? {};
    const common = { is: "not-seen", document: this.#document, until: undefined } as const;
    this.#open = { ...common, at: since, signal, reason, times: times + 1 };
    if (isOwnFailure(entry)) this.#failed = entry;
  }

  /** @param until milliseconds since 1970, UTC */
  stretches(until: number): readonly NotSeen[] {
    if (this.#open !== undefined) return [...this.#stretches, this.#open];
    const idle = this.#idleSince(until);
    return idle === undefined ? this.#stretches : [...this.#stretches, this.#unwatched(idle, undefined)];
  }

  #close(at: number): void {
    if (this.#open !== undefined) this.#stretches.push({ ...this.#open, until: at });
    this.#open = undefined;
    this.#failed = undefined;
  }

  /** While it fails, it is not seen anyway. */
  #idle(at: number): void {
    const idle = this.#open === undefined ? this.#idleSince(at) : undefined;
    if (idle !== undefined) this.#stretches.push(this.#unwatched(idle, at));
  }

  #idleSince(at: number): number | undefined {
    const last = this.#lastLook;
    return last !== undefined && at - last > STALE_DAYS * DAY ? last : undefined;
  }

  #unwatched(at: number, until: number | undefined): NotSeen {
    const common = { is: "not-seen", document: this.#document, at, until, times: 0 } as const;
    return { ...common, signal: "stale-capture", reason: HEALTH_SIGNALS["stale-capture"].words };
  }
}

/** What was imported was looked at by others: when they looked in vain is not known. */
function isLook(entry: Entry): boolean {
  return entry.kind !== "version" || seenAt(entry) === entry.at;
}

function isOwnFailure(entry: Entry): boolean {
  return failureOf([entry], entry.at) !== undefined;
}

/** The one rule of what is a failure is that of the health queue. */
function failureOf(entries: readonly Entry[], at: number): Queued | undefined {
  const [queued] = healthQueue(entries, at, Number.POSITIVE_INFINITY);
  return queued !== undefined && HEALTH_SIGNALS[queued.signal].isBlind ? queued : undefined;
}
