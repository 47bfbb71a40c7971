/** A check for people: `file:line:column` for each finding, file by file, then what it comes to. */
import { hang, padEnd } from "../terminal/layout.ts";
import { printable } from "../terminal/printable.ts";
import { reasonText } from "../terminal/reason-words.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { bytesText, count, counted } from "../terminal/words.ts";
import { type CheckResult, isClean, type Reported } from "./result.ts";

const TYPE_CELLS = 16;
/** More of one file tells nothing new; the other outputs have them all. */
const SHOWN_PER_FILE = 50;

export function checkText(result: CheckResult, terminal: Terminal): string {
  const blocks = [
    ...[...Map.groupBy(result.findings, ({ path }) => path).values()].map((all) => fileLines(all, terminal)),
    unpermittedLines(result, terminal),
  ].filter((lines) => lines.length > 0);
  return `${[...blocks, summaryLines(result, terminal)].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function fileLines(findings: readonly Reported[], { out }: Terminal): readonly string[] {
  const shown = findings.slice(0, SHOWN_PER_FILE).map(({ path, line, column, type, hint, isFailing }) => {
    const mark = isFailing ? out.red(padEnd(type, TYPE_CELLS)) : out.dim(padEnd(type, TYPE_CELLS));
    return `${printable(path)}:${line}:${column}  ${mark}  ${printable(hint)}`;
  });
  const more = findings.length - shown.length;
  return more === 0 ? shown : [...shown, out.dim(`… and ${count(more)} more in this file`)];
}

function unpermittedLines({ permitted }: CheckResult, { out, columns }: Terminal): readonly string[] {
  const all = permitted?.unpermitted ?? [];
  const shown = all.slice(0, SHOWN_PER_FILE).flatMap((one) => {
    const verdict = one.isKnown ? "not permitted" : "cannot tell";
    const text = `${out.red(verdict)} for ${one.purpose}: ${printable(reasonText(one.reason))}`;
    return hang(`${printable(one.path)}: ${printable(one.conversation)}  `, text, columns, 4);
  });
  const more = all.length - SHOWN_PER_FILE;
  return more <= 0 ? shown : [...shown, out.dim(`… and ${count(more)} more`)];
}

function summaryLines(result: CheckResult, { out, columns }: Terminal): readonly string[] {
  const total = result.findings.length + result.more;
  const verdict = isClean(result) ? out.green("clean") : out.red("not clean");
  const files = `${counted(result.files, "file")}, ${bytesText(result.bytes)}`;
  const counts = [...result.counts].map(([type, times]) => `${type} ${count(times)}`).join(", ");
  const lines = [...hang(`${verdict}: `, `${counted(total, "finding")} in ${files}`, columns, 2)];
  if (counts !== "") lines.push(...hang("  ", counts, columns));
  const minor = total - result.failing;
  if (minor > 0) lines.push(`  ${counted(minor, "finding")} of groups that do not fail the check`);
  if (result.more > 0) lines.push(`  ${counted(result.more, "finding")} counted and not listed`);
  lines.push(...permittedLines(result, columns), ...passedOverLines(result, columns));
  if (result.known > 0) lines.push(`  ${counted(result.known, "finding")} known in the baseline`);
  if (result.stale.length > 0) {
    const paths = [...new Set(result.stale.map(({ path }) => printable(path)))].join(", ");
    lines.push(
      ...hang(
        "  ",
        `${counted(result.stale.length, "entry", "entries")} of the baseline are gone: ${paths}`,
        columns,
        4,
      ),
    );
  }
  return lines;
}

function permittedLines({ permitted }: CheckResult, columns: number): readonly string[] {
  if (permitted === undefined) return [];
  const { conversations, unpermitted, undecided, unread } = permitted;
  const denied = new Set(unpermitted.map((one) => `${one.path}\0${one.conversation}`)).size;
  const lines = [`  ${counted(conversations, "conversation")}, ${count(denied)} of them not permitted`];
  if (unread > 0) lines.push(`  ${counted(unread, "record")} could not be read, and so not decided`);
  if (undecided.length > 0) {
    lines.push(
      ...hang("  ", `no conversations of a known format: ${undecided.map(printable).join(", ")}`, columns, 4),
    );
  }
  return lines;
}

function passedOverLines({ passedOver, damaged }: CheckResult, columns: number): readonly string[] {
  const lines: string[] = [];
  const reasons = Map.groupBy(passedOver, ({ reason }) => reason);
  const parts = [...reasons].map(([reason, all]) => `${count(all.length)} ${reason}`);
  if (parts.length > 0) lines.push(...hang("  ", `passed over: ${parts.join(", ")}`, columns, 4));
  if (damaged.length > 0) {
    lines.push(...hang("  ", `not UTF-8 in places: ${damaged.map(printable).join(", ")}`, columns, 4));
  }
  return lines;
}
