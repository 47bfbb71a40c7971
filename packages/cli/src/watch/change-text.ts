/** **TermsChange** -> what a person reads in a terminal */
import {
  type AxisChange,
  type AxisFact,
  type ChangeClocks,
  type NoticeCheck,
  printDocument,
  type TermsChange,
} from "@proviso/core/terms";
import { valuesText } from "@proviso/watch";
import { hang } from "../terminal/layout.ts";
import { printable } from "../terminal/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { dateText } from "../terminal/words.ts";

const INDENT = "    ";

export function changeText(change: TermsChange, terminal: Terminal): string {
  const { out, columns } = terminal;
  const { impact } = change;
  const lines = [
    `${out.bold(printable(printDocument(change.document)))}, seen ${dateText(change.before.at)} and ${dateText(change.after.at)}`,
    ...hang("", printable(titleOf(change)), columns),
    "",
    `for you: ${directionText(change, terminal)}; impact ${impact.level} (${impact.score} of 100)`,
    ...impact.reasons.flatMap((reason) => hang("  - ", printable(reason), columns)),
  ];
  for (const one of change.changes) lines.push("", ...axisLines(one, terminal));
  lines.push("", ...clockLines(change.clocks, terminal), ...noticeLines(change.notice, terminal));
  if (change.regulations.length > 0) lines.push("", out.bold("law it touches"));
  for (const { jurisdiction, provision, reason } of change.regulations) {
    lines.push(...hang("  - ", printable(`${jurisdiction}: ${provision}: ${reason}`), columns));
  }
  return `${lines.join("\n")}\n`;
}

/** The first line of the summary; what follows in it is shown here with offsets. */
export function titleOf({ summary }: TermsChange): string {
  return summary.split("\n", 1)[0] ?? "";
}

function directionText({ direction }: TermsChange, { out }: Terminal): string {
  if (direction === "worse") return out.red(direction);
  return direction === "better" ? out.green(direction) : direction;
}

function axisLines(change: AxisChange, { out, columns }: Terminal): readonly string[] {
  const { axis, kind, before, after, direction, why } = change;
  const mark = { added: "+", removed: "-", changed: "~" }[kind];
  const head = `${mark} ${out.bold(axis)}: ${[before, after].map(factText).filter(Boolean).join(" → ")}`;
  return [
    ...hang("", head, columns),
    ...hang("  ", out.dim(printable(`${direction}: ${why}`)), columns),
    ...[before, after].flatMap((fact, index) => quoteLines(fact, index === 0 ? "was" : "is", columns)),
  ];
}

function factText(fact: AxisFact | undefined): string {
  return fact === undefined ? "" : printable(valuesText(fact.values));
}

function quoteLines(fact: AxisFact | undefined, tense: string, columns: number): readonly string[] {
  if (fact === undefined) return [];
  const source =
    fact.basis === "rule" ? "" : ` (read by ${fact.basis === "model" ? "the model" : "an assistant"})`;
  const quote = printable(fact.quote.replace(/\s+/g, " ").trim());
  return hang(INDENT, `${tense} [${fact.start}–${fact.end}]${source}: “${quote}”`, columns);
}

function clockLines(
  { firstSeen, stated, inForce, isSilent }: ChangeClocks,
  { out }: Terminal,
): readonly string[] {
  const force =
    inForce === undefined
      ? "not said"
      : inForce.is === "day"
        ? dateText(inForce.at)
        : `per account${inForce.latest === undefined ? "" : `, at the latest on ${dateText(inForce.latest)}`}`;
  return [
    out.bold("clocks"),
    `  first seen ${dateText(firstSeen)}; dated ${stated === undefined ? "not at all" : dateText(stated.at)}; in force ${force}`,
    ...(isSilent ? [out.yellow("  the text changed and its date did not")] : []),
  ];
}

function noticeLines(notice: NoticeCheck | undefined, { columns }: Terminal): readonly string[] {
  if (notice === undefined) return [];
  return hang("  ", printable(`promise of notice kept: ${notice.kept}. ${notice.reason}`), columns);
}
