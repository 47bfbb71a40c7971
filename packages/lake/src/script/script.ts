/**
 * **ScriptRequest** -> print-script, print-dbt
 *
 * The SQL of a policy for those who run it in their own warehouse.
 */
import type { Purpose } from "@proviso/core/events";
import type { PolicySet } from "@proviso/core/policy";
import type { Dialect } from "@proviso/core/sql";

export interface ScriptRequest {
  readonly dialect: Dialect;
  readonly set: PolicySet;
  readonly purposes?: readonly Purpose[] | undefined;
  readonly items: boolean;
  /** Epoch milliseconds, or SQL that stands in its place. */
  readonly at: number | { readonly sql: string };
  /** Undefined: all that is recorded counts. */
  readonly known: number | { readonly sql: string } | undefined;
  /** The table of events. */
  readonly events: string;
  /** A table of facts that is there; then none is made. */
  readonly facts: string | undefined;
  readonly as: "view" | "table";
}

/** A relation that a script makes. */
export interface Relation {
  readonly name: string;
  readonly says: readonly string[];
  /** A SELECT without a final semicolon. */
  readonly select: string;
}

export const PREFIX = "proviso_";
