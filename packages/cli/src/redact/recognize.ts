/**
 * A text -> what stands in it, as the built-in recognizers see it
 *
 * What `redact evaluate` measures.
 */
import { type Finding, find, RECOGNIZERS, Scanner } from "@proviso/core/redact";

export interface Recognized {
  /** The types that can be found at all; flags on a whole text are none of them. */
  readonly claims: ReadonlySet<string>;
  find(text: string): readonly Finding[];
}

/** @param threshold findings below this score are left out */
export function recognize(threshold: number): Recognized {
  const recognizers = RECOGNIZERS.filter((one) => one.flags !== true);
  const scanner = new Scanner(recognizers);
  return {
    claims: new Set(recognizers.flatMap((one) => one.types)),
    find: (text) => find(scanner, text).filter((one) => one.score >= threshold),
  };
}
