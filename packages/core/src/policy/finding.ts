/**
 * What a policy's author should look at, though the policy is valid: a rule that never decides,
 * an ordering that stumbles over a missing fact, a name that nothing uses.
 */
import type { Place } from "../errors.ts";
import type { Purpose } from "../events/event.ts";
import type { Span } from "./expr.ts";

export const FINDING_KINDS = {
  dead: "the condition never holds, whatever the facts are",
  shadowed: "whenever the condition holds, earlier rules have already decided",
  hollow: "a permit with no item left to cover: other rules decide every single item first",
  "no-rule": "a purpose without any rule; it is always denied",
  unguarded: "an optional fact is ordered, or counted from, without asking `has()` first",
  "unused-define": "a definition that nothing uses",
  "unused-document": "a document that nothing cites",
  "reading-on-text": "a reading is given, though the basis is said to be the text",
  unchecked: "the conditions are too many to look for dead and shadowed rules",
} as const;

export type FindingKind = keyof typeof FINDING_KINDS;

export interface Finding {
  readonly kind: FindingKind;
  /** Path of the part it is about: `rules.incognito.when`, `define.flagged`. */
  readonly about: string;
  readonly message: string;
  readonly hint: string | undefined;
  /** The purposes it holds for; empty where purposes play no part. */
  readonly purposes: readonly Purpose[];
  /** Ids of the earlier rules that, together, leave nothing. */
  readonly by: readonly string[];
  /** Within the text of the condition at `about`. */
  readonly span: Span | undefined;
  /** In the file; undefined for a policy that was not read from one. */
  readonly place: Place | undefined;
}

/** A finding with what it need not say left empty. */
export function finding(
  kind: FindingKind,
  about: string,
  message: string,
  more: Partial<Pick<Finding, "hint" | "purposes" | "by" | "span">> = {},
): Finding {
  return {
    kind,
    about,
    message,
    hint: undefined,
    purposes: [],
    by: [],
    span: undefined,
    place: undefined,
    ...more,
  };
}
