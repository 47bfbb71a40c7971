/**
 * What a change does, as JSON -> view of what changes
 *
 * Words that the program has and the page has not (actions, kinds of keeping) come as sentences.
 */
import type { Answer } from "./words.ts";

export interface WireSaid {
  readonly says: string;
  readonly conversations: number;
}

export interface WireWhatIfFlow {
  readonly before: Answer;
  readonly after: Answer;
  readonly conversations: number;
  readonly accounts: number;
  /** The number of accounts is an estimate. */
  readonly about: boolean;
  readonly items: number;
  /** Reason codes. */
  readonly reasons: readonly {
    readonly before: string;
    readonly after: string;
    readonly conversations: number;
  }[];
  readonly segments: readonly { readonly name: string; readonly values: readonly WireSaid[] }[];
  /** Epoch milliseconds (UTC). */
  readonly first: number | null;
  readonly last: number | null;
  readonly undated: number;
  readonly actions: readonly WireSaid[];
  readonly advice: readonly WireSaid[];
  readonly questions: readonly WireSaid[];
  /** The first ones: id, and since when (null: no date is known). */
  readonly list: readonly (readonly [conversation: string, since: number | null])[];
}

export interface WireWhatIfPurpose {
  readonly purpose: string;
  readonly changed: number;
  readonly otherwise: number;
  readonly flows: readonly WireWhatIfFlow[];
}

export interface WireWhatIfKeep {
  readonly copy: string;
  readonly changes: readonly WireSaid[];
  /** By how much, in words. */
  readonly moved: string | null;
}

export interface WireWhatIf {
  readonly before: string;
  readonly after: string;
  readonly due: readonly string[];
  readonly compared: number;
  readonly changed: number;
  /** Why others are left out, one each. */
  readonly left: readonly WireSaid[];
  readonly purposes: readonly WireWhatIfPurpose[];
  readonly keeps: readonly WireWhatIfKeep[];
}
