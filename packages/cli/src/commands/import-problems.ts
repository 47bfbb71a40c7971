/**
 * What an import met and could not use -> lines for a person, fields for a program
 */
import { printPlace } from "@proviso/core";
import type { Report } from "@proviso/core/sources";
import type { Opened } from "../pipeline/question.ts";
import { hang } from "../terminal/layout.ts";
import { printable } from "../terminal/printable.ts";
import type { Paint } from "../terminal/terminal.ts";
import { counted } from "../terminal/words.ts";

type Problem = Report["problems"][number];

/** Problems printed with their places; the report has more of them. */
const SHOWN = 3;

/** What an import tells beside its conversations. */
export type Imported = Pick<Opened, "inputs" | "history" | "notes">;

export interface ImportProblems {
  readonly malformed: number;
  readonly duplicate: number;
  readonly values: number;
  /** Fields and line types that no importer knows, by how often they were met. */
  readonly unknownFields: number;
  readonly foreignEvents: number;
  /** The first ones, printed with their places. */
  readonly first: readonly string[];
}

export function importProblems({ inputs, history }: Pick<Opened, "inputs" | "history">): ImportProblems {
  const reports = inputs.map(({ report }) => report);
  const sum = (of: (report: (typeof reports)[number]) => number): number =>
    reports.reduce((all, report) => all + of(report), 0);
  return {
    malformed: sum((report) => report.conversations.malformed),
    duplicate: sum((report) => report.conversations.duplicate),
    values: sum((report) => report.values),
    unknownFields: sum((report) => report.unknown.size),
    foreignEvents: [...history.foreign.values()].reduce((all, times) => all + times, 0),
    first: reports.flatMap((report) => report.problems.map(problemText)),
  };
}

export function problemText({ message, place }: Problem): string {
  const where = printPlace(place);
  return where === "" ? message : `${where}: ${message}`;
}

/** Nothing of what was given could be read: that is a failure, not an empty answer. */
export function importFailed(opened: Opened, conversations: number): boolean {
  return conversations === 0 && importProblems(opened).malformed > 0;
}

/** What a person should know; no lines where all went well. */
export function problemLines(opened: Imported, paint: Paint, columns: number): readonly string[] {
  const problems = importProblems(opened);
  const parts = [
    problems.malformed > 0 ? `${counted(problems.malformed, "record")} could not be read` : undefined,
    problems.values > 0 ? `${counted(problems.values, "value")} left out` : undefined,
    problems.duplicate > 0
      ? `${counted(problems.duplicate, "conversation")} met twice, counted once`
      : undefined,
    problems.foreignEvents > 0
      ? `${counted(problems.foreignEvents, "event")} of types not known here, without effect`
      : undefined,
  ].filter((part) => part !== undefined);
  const lines: string[] = [];
  if (parts.length > 0) lines.push(...hang(paint.yellow("problems: "), parts.join("; "), columns));
  for (const text of problems.first.slice(0, SHOWN)) lines.push(...hang("  - ", printable(text), columns));
  for (const note of opened.notes) lines.push(...hang(paint.yellow("note: "), printable(note), columns));
  return lines;
}
