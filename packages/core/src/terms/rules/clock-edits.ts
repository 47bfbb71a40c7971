/**
 * A changed period, and the clocks that rest on its clause -> the one clock to be edited, or why none is
 *
 * Edited only where one clock alone says the earlier period: which of two the text means is for a reader.
 */
import { parsePeriod, printPeriod } from "../../policy/period.ts";
import type { ClockRule, Policy } from "../../policy/policy.ts";
import type { AxisFact } from "../axes/axis.ts";
import type { AxisChange } from "../change/terms-change.ts";

export interface ClockEdit {
  readonly id: string;
  /** Its place in the policy's `clocks`. */
  readonly index: number;
  readonly key: "atMost" | "atLeast";
  /** ISO 8601 periods. */
  readonly from: string;
  readonly to: string;
}

/** Values of the axes `retention` and `deletion` that are periods. */
const PERIOD_VALUES = ["period", "within"] as const;

export function clocksFor(
  change: AxisChange,
  policy: Policy,
  ids: ReadonlySet<string>,
): { readonly edit?: ClockEdit; readonly reason?: string } {
  if (change.axis !== "retention" && change.axis !== "deletion") return {};
  if (change.kind !== "changed") return {};
  const [from, to] = [periodOf(change.before), periodOf(change.after)];
  if (from === undefined || to === undefined) return { reason: "one side names no period" };
  if (months(from) === months(to)) return { reason: "the period is the same" };
  if (change.before?.values["start"] !== change.after?.values["start"]) {
    return { reason: "the period counts from another event now" };
  }
  const matching = policy.clocks.flatMap((clock, index) => {
    const said = ids.has(clock.id) ? literalOf(clock) : undefined;
    return said !== undefined && months(said) === months(from) ? [{ clock, index, said }] : [];
  });
  const [only, ...more] = matching;
  if (only === undefined) return { reason: `no clock on that clause says ${from}` };
  if (more.length > 0) {
    const names = matching.map(({ clock }) => `\`${clock.id}\``).join(", ");
    return { reason: `which of ${names} is meant is for a reader` };
  }
  const key = only.clock.bound === "at-least" ? "atLeast" : "atMost";
  return { edit: { id: only.clock.id, index: only.index, key, from: only.said, to } };
}

function periodOf(fact: AxisFact | undefined): string | undefined {
  for (const name of PERIOD_VALUES) {
    const value = fact?.values[name];
    if (typeof value !== "string") continue;
    try {
      return printPeriod(parsePeriod(value));
    } catch {
      // `indefinite` and the like are values too, but no period for a clock.
    }
  }
  return undefined;
}

function literalOf({ bound, period }: ClockRule): string | undefined {
  if (bound !== "at-most" && bound !== "at-least") return undefined;
  return period?.kind === "literal" && typeof period.value === "string" ? period.value : undefined;
}

/** A year is twelve months; days stay days, since no number of them is a month. */
function months(period: string): string {
  const { years, months: rest, days, hours } = parsePeriod(period);
  return `${years * 12 + rest} ${days} ${hours}`;
}
