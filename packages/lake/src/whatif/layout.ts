/**
 * Two sides -> **PairLayout**: the names of what a row that compares them holds
 *
 * Purposes and copies get a number each, so that no name of a policy's becomes a name in SQL.
 */
import { copyColumns, purposesOf } from "@proviso/core/decision";
import type { Purpose } from "@proviso/core/events";
import type { LakeSide } from "./lake-what-if.ts";

export interface PairLayout {
  readonly purposes: readonly { readonly purpose: Purpose; readonly prefix: string }[];
  readonly copies: readonly {
    readonly copy: string;
    readonly prefix: string;
    /** Its columns in the decisions of each side; undefined: no clock there speaks of it. */
    readonly before: string | undefined;
    readonly after: string | undefined;
  }[];
}

/** @param isFromEvents otherwise facts are given, and their rows may be of any instant */
export function pairLayout(
  before: LakeSide,
  after: LakeSide,
  purposes: readonly Purpose[] | undefined,
  isFromEvents: boolean,
): PairLayout {
  const both = purposes ?? [...purposesOf(before.set), ...purposesOf(after.set)];
  const [old, now] = [before, after].map(({ set, at, known }) =>
    copyColumns(set, { question: isFromEvents ? { at, known } : undefined }),
  );
  const copies = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].sort();
  return {
    purposes: [...new Set(both)].map((purpose, index) => ({ purpose, prefix: `p${index}` })),
    copies: copies.map((copy, index) => ({
      copy,
      prefix: `k${index}`,
      before: old?.get(copy),
      after: now?.get(copy),
    })),
  };
}
