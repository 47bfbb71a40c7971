/** **ExtractRules**: what a declaration says about where a document stands on its page. */

/**
 * From one element to another, named by CSS selectors. Exactly one of each pair is set. The end is the
 * first match after the start.
 */
export interface SelectorRange {
  readonly startBefore?: string | undefined;
  readonly startAfter?: string | undefined;
  readonly endBefore?: string | undefined;
  readonly endAfter?: string | undefined;
}

/** A CSS selector, or a range between two. */
export type Place = string | SelectorRange;

/** One named filter on the Markdown, applied in the order declared. */
export type Filter =
  /** Of links; all parameters if none are named. */
  | { readonly name: "removeQueryParams"; readonly params?: readonly string[] | undefined }
  /** `#part` of links. */
  | { readonly name: "removeFragments" }
  /** Advertising parameters, and identifiers in the path that are new at each visit. */
  | { readonly name: "removeTrackingIds" }
  /** Lines that, without markup and spaces around, equal, begin with or contain one of the texts. */
  | {
      readonly name: "dropLines";
      readonly equal?: readonly string[] | undefined;
      readonly startsWith?: readonly string[] | undefined;
      readonly contains?: readonly string[] | undefined;
    }
  /** From the heading to the next one of the same or a higher level. */
  | { readonly name: "keepSection"; readonly heading: string }
  /** What stands before the heading goes. */
  | { readonly name: "startAtHeading"; readonly heading: string }
  /** The heading and what follows it go. */
  | { readonly name: "endAtHeading"; readonly heading: string };

export interface ExtractRules {
  readonly select?: readonly Place[] | undefined;
  readonly remove?: readonly Place[] | undefined;
  readonly filters?: readonly Filter[] | undefined;
  /** ISO 639-1: the language the document is watched in. Another one is a health signal. */
  readonly language?: string | undefined;
}

export const FILTER_NAMES = [
  "removeQueryParams",
  "removeFragments",
  "removeTrackingIds",
  "dropLines",
  "keepSection",
  "startAtHeading",
  "endAtHeading",
] as const satisfies readonly Filter["name"][];
