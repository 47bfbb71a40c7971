/** A scan for a person: what matters, in the order in which one would ask, in one screen. */
import { ENDS, type End } from "@proviso/core/decision";
import type { Purpose } from "@proviso/core/events";
import { SOON_DAYS, type Tally } from "../output/tally.ts";
import { askText } from "../terminal/fact-words.ts";
import { hang, padEnd, padStart, truncate } from "../terminal/layout.ts";
import { printable } from "../terminal/printable.ts";
import { reasonText } from "../terminal/reason-words.ts";
import type { Paint, Terminal } from "../terminal/terminal.ts";
import { count, counted, dateText, instantText } from "../terminal/words.ts";
import { problemLines } from "./import-problems.ts";
import type { Scanned } from "./scan.ts";

const REASONS_SHOWN = 4;
const QUESTIONS_SHOWN = 2;
const BAR_CELLS = 30;
const TYPES_SHOWN = 6;

export const END_WORDS: Readonly<Record<End, string>> = {
  used: "used",
  "not-used": "not used",
  "cannot-tell": "cannot tell",
};

export function endPaint(end: End, paint: Paint): (text: string) => string {
  if (end === "used") return paint.red;
  return end === "not-used" ? paint.green : paint.yellow;
}

export const PURPOSE_WORDS: Readonly<Record<Purpose, string>> = {
  "train-general": "To train models",
  "train-safety": "To train safety models",
  "train-feedback": "To train on feedback",
  "human-review": "To be read by people",
  evaluate: "To evaluate models",
  personalise: "To personalise",
  share: "To be shared",
  sale: "To be sold",
};

export function scanText(scanned: Scanned, terminal: Terminal): string {
  const { tally, opened, report } = scanned;
  const paint = terminal.out;
  const lines = head(scanned, terminal);
  const [first, ...others] = tally.purposes;
  if (first !== undefined && tally.conversations > 0) {
    lines.push("", ...purposeLines(first, tally, terminal));
    if (others.length > 0) lines.push("", ...otherPurposes(others, tally, terminal));
    lines.push(...questionLines(first, scanned, terminal));
  }
  lines.push(...clockLines(tally, terminal), ...redactionLines(scanned, terminal));
  const problems = problemLines(opened, paint, terminal.columns);
  if (problems.length > 0) lines.push("", ...problems);
  // A path is never broken: it is there to be opened.
  if (report !== undefined) lines.push("", `${paint.bold("Report:")} ${printable(report)}`);
  return `${lines.join("\n")}\n`;
}

/** The most frequent types, and how many values more. */
function redactionLines({ redaction }: Scanned, { out, columns }: Terminal): string[] {
  if (redaction === undefined) return [];
  const { types, conversations, profile } = redaction;
  const title = `${out.bold("Redaction would replace")} ${out.dim(`(profile ${printable(profile)})`)}`;
  if (types.length === 0) return ["", title, "  nothing"];
  const shown = types.slice(0, TYPES_SHOWN).map(({ type, values }) => `${count(values)} ${type}`);
  const rest = types.slice(TYPES_SHOWN).reduce((sum, { values }) => sum + values, 0);
  const more = rest === 0 ? "" : `, ${count(rest)} others`;
  return [
    "",
    title,
    ...hang("  ", `${shown.join(", ")}${more}; in ${counted(conversations, "conversation")}`, columns),
  ];
}

function head({ question, opened, tally }: Scanned, { out, columns }: Terminal): string[] {
  const formats = [...new Set(opened.inputs.map(({ format }) => format))].join(", ");
  const title = `${counted(tally.conversations, "conversation")}, ${counted(tally.items, "item")}, from ${formats}`;
  const known = Number.isFinite(question.known) ? `, as known on ${instantText(question.known)}` : "";
  const policies = [...tally.policies.keys()].join(", ");
  const about = `as of ${instantText(question.at)}${known}${policies === "" ? "" : `, by ${policies}`}`;
  return [...hang("", out.bold(title), columns), ...hang("", out.dim(printable(about)), columns)];
}

function purposeLines(purpose: Purpose, tally: Tally, { out, columns }: Terminal): string[] {
  const { ends, reasons } = tally.of(purpose);
  const numbers = Math.max(...ENDS.map((end) => count(ends[end]).length));
  const room = Math.min(BAR_CELLS, columns - numbers - 18);
  const lines = [`${out.bold(PURPOSE_WORDS[purpose])} ${out.dim(`(${purpose})`)}`];
  for (const end of ENDS) {
    const cells = Math.ceil((ends[end] / tally.conversations) * room);
    const bar = room < 5 || cells === 0 ? "" : ` ${endPaint(end, out)("█".repeat(cells))}`;
    lines.push(`  ${padEnd(END_WORDS[end], 12)}${padStart(count(ends[end]), numbers)}${bar}`.trimEnd());
  }
  lines.push("", out.bold("Because"));
  for (const { end, reason, conversations } of reasons.slice(0, REASONS_SHOWN)) {
    const label = `  ${padStart(count(conversations), numbers)} ${endPaint(end, out)(padEnd(END_WORDS[end], 12))}`;
    lines.push(...hang(label, printable(reasonText(reason)), columns));
  }
  const rest = reasons.slice(REASONS_SHOWN).reduce((sum, { conversations }) => sum + conversations, 0);
  if (rest > 0) lines.push(`  ${padStart(count(rest), numbers)} for other reasons`);
  return lines;
}

function otherPurposes(purposes: readonly Purpose[], tally: Tally, { out, columns }: Terminal): string[] {
  const lines = [out.bold("Other purposes")];
  for (const purpose of purposes) {
    const { ends } = tally.of(purpose);
    const parts = ENDS.filter((end) => ends[end] > 0).map(
      (end) => `${count(ends[end])} ${endPaint(end, out)(END_WORDS[end])}`,
    );
    lines.push(...hang(`  ${padEnd(purpose, 15)} `, parts.join(", "), columns));
  }
  return lines;
}

/** The questions whose answers would settle most, and how to give them. */
function questionLines(purpose: Purpose, { question, tally }: Scanned, { out, columns }: Terminal): string[] {
  const unknowns = tally.unknowns(purpose);
  if (unknowns.length === 0) return [];
  const lines = ["", out.bold("What would settle most")];
  for (const [fact, conversations] of unknowns.slice(0, QUESTIONS_SHOWN)) {
    const bears = out.dim(`(bears on ${counted(conversations, "conversation")})`);
    lines.push(...hang("  - ", `${printable(askText(fact))} ${bears}`, columns));
  }
  const how =
    question.account === undefined
      ? "`proviso init` asks and writes account.yaml; then scan with --account account.yaml"
      : `write the answers into ${printable(question.account)} and scan again`;
  lines.push(...hang("  ", how, columns));
  return lines;
}

function clockLines(tally: Tally, { out, columns }: Terminal): string[] {
  const lines: string[] = [];
  if (tally.endingCount > 0) {
    lines.push(`  ${counted(tally.endingCount, "copy ends", "copies end")} within ${SOON_DAYS} days:`);
    for (const { copy, until, title, conversation } of tally.ending) {
      const label = `    ${dateText(until)} ${copy} `;
      const name = printable(title ?? conversation);
      lines.push(`${label}${out.dim(truncate(name, Math.max(columns - label.length, 8)))}`);
    }
  }
  if (tally.overdue > 0) {
    const text = `${counted(tally.overdue, "copy", "copies")} should be gone already`;
    lines.push(...hang("  ", text, columns));
  }
  if (tally.held > 0) {
    const text = `${counted(tally.held, "conversation")} under a legal hold`;
    lines.push(...hang("  ", text, columns));
  }
  return lines.length === 0 ? [] : ["", out.bold("Copies and their clocks"), ...lines];
}
