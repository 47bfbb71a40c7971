/** Evaluations for people: a table per set, then what is not in it and why. */
import { type Evaluation, type Score, scoreOf } from "@proviso/core/redact";
import { hang, padEnd, padStart } from "../terminal/layout.ts";
import { printable } from "../terminal/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { count, counted } from "../terminal/words.ts";

const CLASS_CELLS = 18;
const COUNT_CELLS = 7;
const SCORE_CELLS = 6;
const SCORES = ["P", "R", "F1", "F2"] as const;

export function evaluationText(evaluations: readonly Evaluation[], terminal: Terminal): string {
  return evaluations.map((one) => `${setLines(one, terminal).join("\n")}\n`).join("\n");
}

function setLines(one: Evaluation, { out, columns }: Terminal): readonly string[] {
  const lines = [
    ...hang("", out.bold(printable(one.name)), columns, 2),
    `${one.format}, ${counted(one.documents, "text")}, ${counted(one.characters, "character")}`,
    ...one.notes.flatMap((note) => hang(out.dim("note: "), printable(note), columns)),
  ];
  if (one.classes.size > 0) lines.push("", ...table(one, out.dim));
  const { characters, masked } = one.clean;
  const share = characters === 0 ? 0 : (masked / characters) * 1000;
  lines.push(
    "",
    ...hang(
      "found where nothing is marked: ",
      `${count(masked)} of ${counted(characters, "letter and digit", "letters and digits")}, ${share.toFixed(1)} of 1,000`,
      columns,
      2,
    ),
    ...listed("not claimed, so not counted: ", one.notClaimed, columns),
    ...listed("found but not marked in these texts, so not counted: ", one.notMarked, columns),
  );
  return lines;
}

function table(one: Evaluation, dim: (text: string) => string): readonly string[] {
  const group = (title: string): string => ` ${padEnd(title, SCORES.length * SCORE_CELLS - 1)}`;
  const lead = CLASS_CELLS + 2 * COUNT_CELLS;
  const heads = SCORES.map((name) => padStart(name, SCORE_CELLS)).join("");
  return [
    dim(`${" ".repeat(lead + 1)}${group("exact")} ${group("overlap")}`.trimEnd()),
    dim(
      `${padEnd("class", CLASS_CELLS)}${padStart("marked", COUNT_CELLS)}${padStart("found", COUNT_CELLS)} ${heads} ${heads}`,
    ),
    ...[...one.classes].map(([name, counts]) => {
      const { gold, found, exact, goldTouched, foundTouching } = counts;
      const numbers = [gold, found].map((value) => padStart(count(value), COUNT_CELLS)).join("");
      const scores = [scoreOf(exact, gold, exact, found), scoreOf(goldTouched, gold, foundTouching, found)];
      return `${padEnd(name, CLASS_CELLS)}${numbers} ${scores.map(cells).join(" ")}`;
    }),
  ];
}

function cells({ precision, recall, f1, f2 }: Score): string {
  return [precision, recall, f1, f2]
    .map((value) => padStart(value === undefined ? "-" : value.toFixed(3), SCORE_CELLS))
    .join("");
}

function listed(title: string, counts: ReadonlyMap<string, number>, columns: number): readonly string[] {
  if (counts.size === 0) return [];
  const all = [...counts].map(([name, times]) => `${printable(name)} ${count(times)}`).join(", ");
  return hang(title, all, columns, 2);
}
