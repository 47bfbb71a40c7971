/**
 * Bytes of a page -> **Extracted** -> version
 *
 * The text of one document, with what the extraction itself says about how far it is to be trusted.
 */
import type { HealthSignal } from "../health/signals.ts";
import type { ExtractRules } from "./rules.ts";

export interface Page {
  readonly bytes: Uint8Array;
  /** As the server said it: `text/html; charset=utf-8`. Empty if it said nothing. */
  readonly mediaType: string;
  /** After redirects; relative links are read against it. */
  readonly url: string;
  readonly rules?: ExtractRules | undefined;
}

/** What one extractor made of the page. */
export interface Vote {
  readonly extractor: string;
  readonly words: number;
  /** Mean word F1 with the other extractors, 0 to 1; 1 if it was the only one. */
  readonly agreement: number;
  /** Share of the page's running text that it holds, 0 to 1. */
  readonly coverage: number;
}

export interface Extracted {
  /** Empty if the document could not be found; `signals` says why. */
  readonly markdown: string;
  /** Names the extractors, their versions and the rules. Equal recipe and bytes give an equal text. */
  readonly recipe: string;
  /** Which extractor's text it is: `declared`, `defuddle`, `readability`, `main`, `pdf`, `text`. */
  readonly chosen: string;
  readonly title: string | undefined;
  /** ISO 639-1, where the text is long enough to tell. */
  readonly language: string | undefined;
  readonly votes: readonly Vote[];
  readonly signals: readonly HealthSignal[];
}

/** Before the recipe, the filters and the look at the text: what each kind of page gives. */
export interface Reading {
  readonly markdown: string;
  readonly chosen: string;
  readonly title: string | undefined;
  readonly votes: readonly Vote[];
  readonly signals: readonly HealthSignal[];
}
