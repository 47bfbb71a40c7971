/**
 * The truth of every part of every rule's condition as one short text.
 *
 * Two conversations with the same signature are decided by the same rules for the same reasons, so
 * that an explanation made for one serves for all: a large export has tens of them, not millions.
 */
import type { Slot } from "../../facts/facts.ts";
import type { Expr } from "../expr.ts";
import type { Policy } from "../policy.ts";
import { truthOf } from "../spec/evaluate.ts";
import { partsOf } from "../spec/trace.ts";
import { type Constants, closureOf } from "./closure.ts";
import { generate } from "./generate.ts";

/** One character per part: `1` true, `0` false, `?` unknown. */
export function signatureOf(policy: Policy): (slots: readonly Slot[]) => string {
  const parts = policy.rules
    .flatMap(({ when, covers }) => [when, covers])
    .filter((condition) => condition !== undefined)
    .flatMap(partsOf);
  const constants: Constants = [];
  const texts = parts.map((part) => characterOf(part, constants));
  return generate(
    `return(s)=>${["''", ...texts].join("+")};`,
    constants,
    () => (slots) =>
      parts
        .map((part) => {
          const truth = truthOf(part, slots);
          return truth === undefined ? "?" : truth ? "1" : "0";
        })
        .join(""),
  );
}

function characterOf(part: Expr, constants: Constants): string {
  const { t, f } = closureOf(part, constants);
  return `(${t}?"1":${f}?"0":"?")`;
}
