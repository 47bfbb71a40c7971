/**
 * **NamedPromise**: what a pack undertakes, beside its policies -> prove
 *
 * A sentence with a form that can be decided for all facts. About policies, never part of them: it
 * changes no answer.
 */
import type { Place } from "../../errors.ts";
import type { Purpose } from "../../events/event.ts";
import type { Expr } from "../expr.ts";

/** Promises that every policy makes without a word in any file. */
export const BUILT_IN = {
  "unknown-never-permits":
    "forgetting a fact never permits, and learning one never shuts out what was certain",
  "hold-never-permits": "a legal hold never permits",
  "refusal-never-permits": "a refused choice never permits general training",
  "use-implies-exposure": "what may be used is exposed",
} as const;
export type BuiltIn = keyof typeof BUILT_IN;

/** What must never, or always, be answered. */
export type PromiseForm =
  /** No answer permits where `when` is true, unless by a rule or for a reason of `except` alone. */
  | {
      readonly kind: "never-permit";
      readonly purposes: readonly Purpose[];
      readonly when: Expr | undefined;
      readonly except: readonly string[];
    }
  /** Denied for certain: no rule that permits might be the first. */
  | { readonly kind: "always-deny"; readonly purposes: readonly Purpose[]; readonly when: Expr | undefined }
  /** Permitted wherever all facts are known. */
  | { readonly kind: "always-permit"; readonly purposes: readonly Purpose[]; readonly when: Expr | undefined }
  | { readonly kind: "built-in"; readonly name: BuiltIn; readonly except: readonly string[] };

export interface NamedPromise {
  readonly id: string;
  /** The promise as a person would put it. */
  readonly says: string;
  readonly form: PromiseForm;
  /** Ids of policies; undefined: all of the pack. */
  readonly policies: readonly string[] | undefined;
  /** Undefined: all. */
  readonly versions: readonly string[] | undefined;
  /** Undefined for the built-in ones. */
  readonly place: Place | undefined;
}

/** Rules of one policy that a built-in promise does not reach, with the reason why. */
export interface PromiseException {
  readonly promise: BuiltIn;
  readonly policy: string;
  readonly rules: readonly string[];
  readonly why: string;
  readonly place: Place;
}

/** What one `promises.yaml` says. */
export interface PromiseFile {
  readonly promises: readonly NamedPromise[];
  readonly exceptions: readonly PromiseException[];
}
