/**
 * What the engines spell differently. One small table per engine; all else of our SQL is the same.
 *
 * Two conventions make one text mean the same everywhere. Instants are timestamps WITHOUT a zone, in
 * UTC, to the millisecond. Our names are lower-case words that no engine reserves, so that only names
 * a user gives are quoted.
 */
import type { Period } from "../policy/period.ts";

export const DIALECT_NAMES = ["duckdb", "postgresql", "spark", "trino"] as const;
export type DialectName = (typeof DIALECT_NAMES)[number];

export interface Dialect {
  readonly name: DialectName;
  /** Type names for casts and for typed NULLs. */
  readonly types: {
    readonly text: string;
    readonly timestamp: string;
    readonly boolean: string;
    readonly integer: string;
    /** A list of texts. */
    readonly texts: string;
  };
  /** A literal that no text can break out of. @throws ProvisoError USAGE for a NUL character */
  text(value: string): string;
  /** A list of texts as a literal. */
  list(values: readonly string[]): string;
  /** A name of a user's: quoted, each part of `a.b.c` by itself. @throws ProvisoError USAGE */
  quoted(name: string): string;
  /** Epoch milliseconds (UTC). */
  timestamp(ms: number): string;
  /** An instant moved by a calendar period: months first, the day held back, then days, then hours. */
  shift(instant: string, period: Period, sign: 1 | -1): string;
  /** As `shift` with a period that is ISO 8601 text in a column; NULL for NULL. */
  shiftBy(instant: string, period: string, sign: 1 | -1): string;
  /** Whole milliseconds of an instant: what is finer is cut off. */
  milliseconds(instant: string): string;
  /** Whether a list of texts holds a text; NULL for a NULL list or text. */
  contains(list: string, value: string): string;
  /** The first stretch of a text that a pattern matches, with what follows `^` at its start; NULL or '' for none. */
  firstMatch(text: string, pattern: string): string;
  /** The least, or greatest, of instants of which some are NULL; NULL if all are. */
  least(instants: readonly string[]): string;
  greatest(instants: readonly string[]): string;
  /** Gives table function text for `FROM t CROSS JOIN …`: one row per element, as `alias.element`. */
  unnest(list: string, alias: string): string;
  /** Aggregate: `value`, never NULL where `where` holds, of the last row in `order`; NULL for no row. */
  latest(value: string, order: readonly string[], where: string): string;
  /** Aggregate: the texts `value`, none of them NULL, as a list in `order`. */
  collect(value: string, order: readonly string[]): string;
  /** Wrapped round a subquery whose columns are used more than once, so that none is worked out twice. */
  readonly fence: string;
  /** Said of a small common table expression that is read several times, so that each reader has its own. */
  readonly inlined: string;
  /** Follows ORDER BY terms so that texts are compared byte by byte: `COLLATE "C"` or nothing. */
  readonly bytewise: string;
}
