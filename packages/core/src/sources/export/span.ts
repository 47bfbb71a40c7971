/**
 * When a record says it was made and last changed, with contradictions named
 */
import { type FieldPlace, instantOf } from "../read-field.ts";

export interface Span {
  readonly createdAt: number | undefined;
  readonly updatedAt: number | undefined;
}

/** Clocks of two services may differ a little; an update that is earlier by more than this is wrong. */
const SLACK = 60_000;
/** No chat product is older; earlier dates are zero values of a date type that were written out. */
const EARLIEST = Date.UTC(2000, 0, 1);

/** A field's instant, or undefined with a problem in the report for a date that cannot be. */
export function dateOf(value: unknown, field: string, at: FieldPlace): number | undefined {
  const instant = instantOf(value, field, at);
  if (instant === undefined || instant >= EARLIEST) return instant;
  const place = { file: at.context.file, line: at.raw.line, field };
  at.context.report.problem(
    `\`${String(value).slice(0, 40)}\` is too early to be right`,
    place,
    at.context.strict,
  );
  return undefined;
}

/** An update before the creation leaves `updatedAt` unknown: nothing says which of the two is right. */
export function spanOf(
  created: unknown,
  updated: unknown,
  fields: readonly [string, string],
  at: FieldPlace,
): Span {
  const createdAt = dateOf(created, fields[0], at);
  const updatedAt = dateOf(updated, fields[1], at);
  if (createdAt === undefined || updatedAt === undefined || updatedAt >= createdAt - SLACK) {
    return { createdAt, updatedAt };
  }
  const place = { file: at.context.file, line: at.raw.line, field: fields[1] };
  at.context.report.problem("the conversation was updated before it was created", place, at.context.strict);
  return { createdAt, updatedAt: undefined };
}
