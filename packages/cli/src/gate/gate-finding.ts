/**
 * File -> **GateFinding** -> report
 *
 * What was found where. Holds nothing of the value but a hint that does not give it away, and two
 * digests: one to know the finding again, one of what stands around it.
 */
import type { EntityGroup, Validation } from "@proviso/core/redact";

export interface GateFinding {
  readonly path: string;
  /** From 1; columns count UTF-16 code units, as editors do. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly type: string;
  readonly group: EntityGroup;
  readonly score: number;
  readonly validation: Validation;
  readonly recognizer: string;
  readonly hint: string;
  /** Of type, path and value, salted: the same finding again. */
  readonly digest: string;
  /** Of type, path and the line without its findings: gives away nothing, and stays when lines move. */
  readonly context: string;
}

/** A conversation that was not permitted for a purpose. */
export interface Unpermitted {
  readonly path: string;
  readonly conversation: string;
  readonly purpose: string;
  readonly isKnown: boolean;
  readonly reason: string;
}
