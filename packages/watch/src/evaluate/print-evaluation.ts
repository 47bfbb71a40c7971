/** **Evaluation** -> text or JSON */
import type { EvaluatedChange, Evaluation, Score, Share } from "./evaluation.ts";

const COLUMN = 20;

/** For people: scores per axis, then what was missed; ends with a line break. */
export function printEvaluation(evaluation: Evaluation): string {
  const { all, axes, leading, direction, severity, told, entries } = evaluation;
  const without = entries.filter(({ standing }) => standing === "no-files").length;
  const labelled = entries.filter(({ standing, isLabelled }) => standing === "evaluated" && isLabelled);
  const lines = [
    `${entries.length} gold changes: ${labelled.length} with labels and files, ${without} without files (not evaluated)`,
    "",
    `${"axis".padEnd(COLUMN)} precision  recall     F1   found  wrong  missed`,
    ...[...axes].map(([axis, score]) => row(axis, score)),
    row("all", all),
    "",
    "Labels name what people told of, not all that changed: precision is a lower bound.",
    `leading axis right   ${printShare(leading)}`,
    `direction right      ${printShare(direction)}`,
    `severity right       ${printShare(severity)}`,
    `told at all          ${printShare(told)}`,
    "",
    ...entries.filter(isAmiss).flatMap(missLines),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

/** For programs: the same figures, misses, and each change that was found. */
export function printEvaluationJson(evaluation: Evaluation): string {
  const { axes, entries, ...rest } = evaluation;
  const plain = {
    schema: "proviso-evaluation/1",
    ...rest,
    axes: Object.fromEntries(axes),
    entries: entries.map(({ changes, ...entry }) => ({
      ...entry,
      changes: changes.map(({ summary, impact, direction, changes: onAxes }) => ({
        title: summary.split("\n", 1)[0],
        impact,
        direction,
        changes: onAxes,
      })),
    })),
  };
  return `${JSON.stringify(plain, undefined, 2)}\n`;
}

function isAmiss({ standing, missing, direction, isTold }: EvaluatedChange): boolean {
  if (standing === "no-files") return false;
  return missing.length > 0 || direction?.found !== direction?.label || !isTold;
}

function missLines({ id, missing, extra, direction, isTold }: EvaluatedChange): readonly string[] {
  const said = [
    ...(isTold ? [] : ["nothing told"]),
    ...(missing.length === 0 ? [] : [`missed ${missing.join(", ")}`]),
    ...(extra.length === 0 ? [] : [`told besides ${extra.join(", ")}`]),
    ...(direction === undefined || direction.found === direction.label
      ? []
      : [`direction ${direction.found}, label ${direction.label}`]),
  ];
  return [`- ${id}`, `    ${said.join("; ")}`];
}

function row(name: string, { precision, recall, f1, found, wrong, missed }: Score): string {
  const figures = [number(precision).padStart(9), number(recall).padStart(7), number(f1).padStart(6)].join(
    " ",
  );
  return `${name.padEnd(COLUMN)} ${figures}  ${String(found).padStart(6)} ${String(wrong).padStart(6)} ${String(missed).padStart(7)}`;
}

function number(value: number | undefined): string {
  return value === undefined ? "-" : value.toFixed(3);
}

function printShare({ right, of }: Share): string {
  return of === 0 ? "nothing to hold against" : `${right} of ${of} (${((100 * right) / of).toFixed(0)} %)`;
}
