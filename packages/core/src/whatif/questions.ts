/**
 * The three forms of asking -> **WhatIfQuestion** -> compare
 *
 * Two versions at one instant, two instants under the same policies, or a day.
 */
import { type Prepared, prepare } from "../decision/prepare.ts";
import type { Policy } from "../policy/policy.ts";
import { cutBefore, datingOf, forced, type Rivals, versionsDue } from "./sides.ts";
import type { WhatIfQuestion } from "./what-if.ts";

export type Asking = Pick<WhatIfQuestion, "purposes" | "items"> & {
  /** Knowledge time of both sides. */
  readonly known: number;
};

/** As if each of two versions bound everyone, at the instant `at`. */
export function versionsQuestion(rivals: Rivals, at: number, { known, ...more }: Asking): WhatIfQuestion {
  return {
    before: { prepared: prepare(forced("before", rivals)), at, known },
    after: { prepared: prepare(forced("after", rivals)), at, known },
    dating: datingOf(rivals, at, known),
    ...more,
  };
}

/** What the time between has changed. Backwards, nothing takes effect: then there are no dates. */
export function instantsQuestion(
  prepared: Prepared,
  [from, to]: readonly [from: number, to: number],
  { known, ...more }: Asking,
): WhatIfQuestion {
  return {
    before: { prepared, at: from, known },
    after: { prepared, at: to, known },
    dating: from < to ? { prepared, since: from, until: to } : undefined,
    ...more,
  };
}

export interface DayQuestion {
  readonly question: WhatIfQuestion;
  /** Versions whose fixed date lies in the stretch. */
  readonly due: readonly Policy[];
}

/**
 * The instant before a stretch against its end. Versions that become binding in it are taken away from
 * the first side altogether: who had accepted one earlier is told what it changed for them, and since when.
 */
export function dayQuestion(
  prepared: Prepared,
  [start, end]: readonly [start: number, end: number],
  { known, ...more }: Asking,
): DayQuestion {
  const due = versionsDue(prepared.set, { from: start, to: end, known });
  const before = due.length === 0 ? prepared : prepare(cutBefore(prepared.set, due));
  const question: WhatIfQuestion = {
    before: { prepared: before, at: start - 1, known },
    after: { prepared, at: end, known },
    dating: { prepared, since: due.length === 0 ? start - 1 : undefined, until: end },
    ...more,
  };
  return { question, due };
}
