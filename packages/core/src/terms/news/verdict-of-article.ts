/**
 * Claims of an article, texts of the terms -> **ArticleVerdict** -> printed beside the hype
 *
 * What the archived texts say to each claim, and whether the terms changed at all. Nothing is supported or
 * contradicted without a clause of the archive that is quoted.
 */

import type { TermsChange } from "../change/terms-change.ts";
import type { DocumentName, Version } from "../document.ts";
import type { Claim, Statement } from "./claim.ts";

/** A document as it is archived: the texts that were seen well, oldest first. */
export interface ArchivedDocument {
  readonly document: DocumentName;
  readonly versions: readonly Version[];
  /** Why it cannot be seen at present, if so. */
  readonly unseen?: string | undefined;
}

export interface Evidence extends Statement {
  readonly document: DocumentName;
  /** Id of the version that the quote stands in. */
  readonly version: string;
  /** When that version was first seen: milliseconds since 1970, UTC. */
  readonly at: number;
  /** Conditions of the clause that the claim leaves out; for a contradiction, the values that differ. */
  readonly notes: readonly string[];
}

export type ClaimVerdictName = "supported" | "contradicted" | "not-found";

export interface ClaimVerdict {
  readonly claim: Claim;
  readonly verdict: ClaimVerdictName;
  /** Clauses that say so, or deny it; empty only for `not-found`. */
  readonly evidence: readonly Evidence[];
  /** The texts do not agree: `evidence` says so, these say the opposite, and the verdict is `not-found`. */
  readonly against: readonly Evidence[];
  /** For `not-found`: clauses on the same matter that say neither. */
  readonly near: readonly Evidence[];
  /** In texts seen at other times: first quote of each verdict that differs from this one. */
  readonly atOtherTimes: readonly (Evidence & { readonly verdict: "supported" | "contradicted" })[];
  /** In plain words. */
  readonly note: string;
}

export interface ArticleVerdict {
  /** Instant for which the texts were taken: milliseconds since 1970, UTC; undefined: the newest. */
  readonly at: number | undefined;
  readonly claims: readonly ClaimVerdict[];
  readonly whole: "changed" | "nothing-changed" | "not-visible";
  readonly reason: string;
  /** Of the documents that changed, the weightiest first. */
  readonly changes: readonly TermsChange[];
  /** Documents that could not be held against it, and why. */
  readonly unseen: readonly { readonly document: DocumentName; readonly reason: string }[];
}
