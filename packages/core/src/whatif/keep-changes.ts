/** Two decisions -> how the end of each copy moves */
import type { Decision, KeepAnswer } from "../decision/decision.ts";
import type { KeepChange, KeepChangeKind } from "./what-if.ts";

const DAY = 86_400_000;

/** Only copies for which something differs. */
export function keepChanges(before: Decision, after: Decision): readonly KeepChange[] {
  const copies = new Set([...before.keep, ...after.keep].map(({ copy }) => copy));
  return [...copies].sort().flatMap((copy) => {
    const old = before.keep.find((one) => one.copy === copy);
    const now = after.keep.find((one) => one.copy === copy);
    const kind = kindOf(old, now, before, after);
    if (kind === undefined) return [];
    const moved = (now?.until ?? 0) - (old?.until ?? 0);
    const days = kind === "longer" || kind === "shorter" ? Math.trunc(moved / DAY) : undefined;
    return [{ copy, kind, before: endsOf(old), after: endsOf(now), days }];
  });
}

function kindOf(
  old: KeepAnswer | undefined,
  now: KeepAnswer | undefined,
  before: Decision,
  after: Decision,
): KeepChangeKind | undefined {
  if (old === undefined) {
    if (now === undefined) return undefined;
    return isCertain(after, now.copy) ? "appears" : "may-appear";
  }
  if (now === undefined) return isCertain(before, old.copy) ? "disappears" : "may-disappear";
  if (old.until !== now.until) {
    if (now.until === null) return "no-date";
    if (old.until === null) return "gets-date";
    return now.until > old.until ? "longer" : "shorter";
  }
  return old.atLeast === now.atLeast ? undefined : "floor";
}

/** Whether it hangs on an unknown that there is such a copy at all. */
function isCertain({ clocks }: Decision, copy: string): boolean {
  return clocks.some((clock) => clock.copy === copy && clock.applies === "yes");
}

function endsOf(keep: KeepAnswer | undefined): KeepChange["before"] {
  return keep === undefined ? undefined : { until: keep.until, atLeast: keep.atLeast };
}
