/**
 * Clocks of a conversation -> until when each copy may, and must, be kept
 */
import type { ClockAnswer, KeepAnswer, Prepared } from "@proviso/core/decision";
import type { Bound } from "@proviso/core/policy";
import { hang } from "../terminal/layout.ts";
import { printable } from "../terminal/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { instantText, periodText } from "../terminal/words.ts";
import { citationLines, citedBy, policyOf } from "./citations.ts";
import { readingLines } from "./explain-use.ts";

export const BOUND_WORDS: Readonly<Record<Bound, string>> = {
  "at-most": "at most",
  "at-least": "at least",
  "until-user-deletes": "until the person deletes it",
  "until-released": "until the hold is released",
  "while-account-exists": "as long as the account exists",
  "set-by-admin": "as an administrator sets it",
  "governed-by-cloud-provider": "as the cloud provider sets it",
  indefinite: "without end",
  "retained-unspecified": "for a time that is not stated",
  unstated: "nothing is stated",
  none: "not kept",
};

export function keepLines(keep: KeepAnswer, { out, columns }: Terminal): readonly string[] {
  const until = keep.until === null ? "no end by date" : `to be gone by ${instantText(keep.until)}`;
  const floor =
    keep.atLeast === "released"
      ? "; not while a legal hold stands, or may stand"
      : keep.atLeast === null
        ? ""
        : `; to be kept until ${instantText(keep.atLeast)}`;
  return hang(`  ${out.bold(printable(keep.copy))}: `, `${until}${floor}`, columns, 4);
}

export function clockLines(clock: ClockAnswer, prepared: Prepared, terminal: Terminal): readonly string[] {
  const { out, columns } = terminal;
  const period = clock.period === undefined ? "" : ` ${periodText(clock.period)}`;
  const start = clock.from === undefined ? undefined : instantText(clock.from);
  const event = clock.event?.replaceAll("-", " ");
  const from =
    start === undefined && event === undefined ? "" : ` from ${[event, start].filter(Boolean).join(", ")}`;
  const end = clock.until === undefined ? "" : `, until ${instantText(clock.until)}`;
  const state = clock.elapsed ? ", which has passed" : "";
  const maybe = clock.applies === "maybe" ? out.yellow(" (if it applies: this is not known)") : "";
  const form = clock.form === undefined ? "" : `, ${clock.form}`;
  const text = printable(`${BOUND_WORDS[clock.bound]}${period}${from}${end}${state}${form}`);
  const lines = [...hang(`  ${printable(clock.copy)}: `, `${text}${maybe}`, columns, 4)];
  if (clock.note !== undefined) lines.push(...hang("    ", printable(clock.note), columns));
  const cited = citedBy(policyOf(prepared, clock.policy), clock.cite);
  for (const one of cited) lines.push(...citationLines(one, "    ", terminal));
  lines.push(...readingLines(clock, "    ", terminal));
  return lines;
}
