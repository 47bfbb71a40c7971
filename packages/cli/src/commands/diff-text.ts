/** PolicyDiff -> text for a terminal: danger first, and the bottom line says how sure it is */
import type { Purpose } from "@proviso/core/events";
import type { PolicyDiff } from "@proviso/core/policy";
import { hang } from "../terminal/layout.ts";
import { printable } from "../terminal/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { frameOf, NOT_COMPARED, titleOf, verdictText } from "./diff-frame.ts";
import { type Section, type Statement, sectionsOf, summaryText, UNKNOWN_TITLE } from "./diff-words.ts";

export interface DiffTextOptions {
  readonly purposes: readonly Purpose[] | undefined;
  /** All there is to say, instead of a screenful. */
  readonly details: boolean;
}

export function diffText(found: PolicyDiff, options: DiffTextOptions, terminal: Terminal): string {
  const { out, columns } = terminal;
  const lines = [out.bold(printable(titleOf(found)))];
  for (const [label, text] of frameOf(found)) lines.push(...hang(`  ${label} `, printable(text), columns, 4));
  const summary = summaryText(found);
  if (summary !== "") lines.push(...hang("  ", summary, columns));
  const sections = sectionsOf(found);
  for (const { title, statements } of options.details ? sections : sections.filter(isKnown)) {
    lines.push("", out.bold(title));
    for (const statement of statements) {
      lines.push(...(options.details ? fullLines(statement, terminal) : briefLines(statement, terminal)));
    }
  }
  lines.push("", ...hang("", verdictText(found, options.purposes), columns));
  if (!options.details && !sections.every(isKnown)) {
    lines.push(
      ...hang("", "Answers change, too, where facts are not known: `--details` tells how.", columns),
    );
  }
  lines.push(out.dim(NOT_COMPARED));
  return `${lines.join("\n")}\n`;
}

function isKnown({ title }: Section): boolean {
  return title !== UNKNOWN_TITLE;
}

function fullLines({ head, details }: Statement, { out, columns }: Terminal): readonly string[] {
  const lines = [...hang("  - ", printable(head), columns, 4)];
  for (const [label, text] of details) {
    lines.push(...hang(`    ${out.dim(label)} `, printable(text), columns, 6));
  }
  return lines;
}

/** What is only said otherwise takes its head alone. */
function briefLines({ head, details, minor }: Statement, { out, columns }: Terminal): readonly string[] {
  if (minor) return hang("  - ", printable(head), columns, 4);
  const other = details.filter(([label]) => OTHER_SIDE.includes(label));
  const brief = other.map(([label, text]) => `; ${label} ${shortened(text)}`).join("");
  const lines = [...hang("  - ", printable(`${head}${brief}`), columns, 4)];
  for (const [label, text] of details.filter(([one]) => !OTHER_SIDE.includes(one))) {
    lines.push(...hang(`    ${out.dim(label)} `, printable(text), columns, 6));
  }
  return lines;
}

const OTHER_SIDE = ["was", "now"];
const MOST_NAMES = 4;

function shortened(names: string): string {
  const all = names.split(", ");
  if (all.length <= MOST_NAMES + 1) return names;
  return `${all.slice(0, MOST_NAMES).join(", ")} and ${all.length - MOST_NAMES} more`;
}
