/** The vendor's own promise of notice, and the clocks -> **was it kept?** */
import type { AxisFact } from "../axes/axis.ts";
import { lengthOf } from "./period-order.ts";
import type { ChangeClocks, NoticeCheck } from "./terms-change.ts";

const DAY = 86_400_000;

/**
 * `before`: facts of the version before, which was in force when the change was made. Undefined without a
 * promise. In doubt for the vendor: days are counted from when we first saw the change or from the date it
 * states, whichever is earlier, and too few days are `unknown`, not `no`, where people may have been told by
 * e-mail before, or where we saw the change only after it was in force and it states no date.
 */
export function noticeOf(
  before: readonly AxisFact[],
  clocks: ChangeClocks,
  isChange: boolean,
): NoticeCheck | undefined {
  const promises = before.filter((fact) => fact.axis === "notice" && fact.values["promised"] !== "none");
  const promise = promises.find((fact) => periodOf(fact) !== undefined) ?? promises[0];
  if (promise === undefined) return undefined;
  const promised = periodOf(promise);
  const givenDays = givenOf(clocks);
  const check = { promised, quote: promise.quote, givenDays };
  if (!isChange) {
    return { ...check, kept: "unknown", reason: "nothing changed on an axis, so the promise may not apply" };
  }
  if (promised === undefined) {
    return { ...check, kept: "unknown", reason: "notice is promised without a number of days" };
  }
  if (givenDays === undefined) {
    return { ...check, kept: "unknown", reason: "the text does not say from which day it holds" };
  }
  const needed = Math.ceil(lengthOf(promised)?.least ?? 0);
  const figures = `${givenDays} of ${needed} days from the first sign of it to in force`;
  if (givenDays >= needed) return { ...check, kept: "yes", reason: figures };
  const how = String(promise.values["how"] ?? "");
  if (how !== "" && how !== "post") {
    return { ...check, kept: "unknown", reason: `${figures}; by ${how} it may have been told earlier` };
  }
  if (givenDays < 0 && clocks.stated === undefined) {
    return { ...check, kept: "unknown", reason: `${figures}; it was seen late, or the day is backdated` };
  }
  return { ...check, kept: "no", reason: figures };
}

/** ISO 8601 period that can be counted. */
function periodOf({ values }: AxisFact): string | undefined {
  const promised = values["promised"];
  return typeof promised === "string" &&
    Number.isFinite(lengthOf(promised)?.least) &&
    promised.startsWith("P")
    ? promised
    : undefined;
}

/** Whole days; negative if it was in force before any sign of it. For a day per account the latest one. */
function givenOf({ firstSeen, stated, inForce }: ChangeClocks): number | undefined {
  const day = inForce?.is === "day" ? inForce.at : inForce?.latest;
  if (day === undefined) return undefined;
  const sign = Math.min(firstSeen, stated?.at ?? firstSeen);
  return Math.floor(day / DAY) - Math.floor(sign / DAY);
}
