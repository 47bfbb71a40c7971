/** How the clocks of a copy change, in words. */
import { isFactName } from "@proviso/core/facts";
import type { KeepChange, KeepSide } from "@proviso/core/policy";
import { instantText, periodText } from "../terminal/words.ts";
import { BOUND_WORDS } from "./explain-clocks.ts";

const ARROW = "→";

/** What both sides share is said once. */
export function keepText({ before, after }: KeepChange): string {
  const [a, b] = [before[0], after[0]];
  const isPair = a !== undefined && b !== undefined && before.length + after.length === 2;
  if (!isPair || a.from === undefined || a.from !== b.from || a.form !== b.form) {
    return `${sidesText(before)} ${ARROW} ${sidesText(after)}`;
  }
  const short = ({ bound, period, applies }: KeepSide): string =>
    sideText({ bound, period, applies, from: undefined, event: undefined, form: undefined });
  const form = a.form === undefined ? "" : `, ${a.form}`;
  return `${short(a)} ${ARROW} ${short(b)}, from ${startWords(a.from)}${form}`;
}

function sidesText(sides: readonly KeepSide[]): string {
  return sides.length === 0 ? "no clock" : sides.map(sideText).join(" and ");
}

function sideText({ bound, period, from, event, form, applies }: KeepSide): string {
  const length = period === undefined ? "" : ` ${periodWords(period)}`;
  const start = from === undefined ? (event === undefined ? "" : ` (${event})`) : ` from ${startWords(from)}`;
  const maybe = applies === "maybe" ? ", perhaps" : "";
  return `${BOUND_WORDS[bound]}${length}${start}${form === undefined ? "" : `, ${form}`}${maybe}`;
}

function periodWords(period: string): string {
  if (period === "?") return "a time that cannot be told";
  return isFactName(period) ? period : periodText(period);
}

function startWords(from: string): string {
  if (from === "?") return "a start that cannot be told";
  return /^-?\d+$/.test(from) ? instantText(Number(from)) : from;
}
