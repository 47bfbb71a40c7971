/**
 * **View**: a named SELECT, with the sentence that says what its rows are
 *
 * A script is a list of views, each of which may read the ones before it.
 */
export interface View {
  readonly name: string;
  /** Printed above it, one line per entry. */
  readonly says: readonly string[];
  /** Read once, row by row: left a view where the smaller ones before it are kept as tables. */
  readonly isLarge?: true;
  /** Stands after AS where it is a common table expression; see `Dialect.inlined`. */
  readonly hint?: string;
  /** A SELECT without a final semicolon. */
  readonly select: string;
}
