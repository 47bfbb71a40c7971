/**
 * `declarations/*` -> **Declaration** -> fetch, extract
 *
 * What is watched, and by which recipe its text is made of what a server answers.
 */
import type { DocumentName } from "@proviso/core/terms";
import type { Filter, Place } from "../extract/rules.ts";

/** One page or file that a document is made of. */
export interface Source {
  readonly url: string;
  /** Parts of the page that hold the text; none: they are to be found. */
  readonly select: readonly Place[];
  /** Parts of those that are none of the text. */
  readonly remove: readonly Place[];
  /** In the order in which they are applied. */
  readonly filters: readonly Filter[];
  /** Of an imported declaration: filters that are program code which is not here. Never run, never dropped. */
  readonly unknownFilters: readonly string[];
  /** The page writes its text by scripts, so it needs a browser. */
  readonly executeClientScripts: boolean;
  /** Name of the region whose proxy is used. */
  readonly proxy?: string | undefined;
  /** Sent with the request, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A recipe that was right until a day. */
export interface PastRecipe {
  /** Milliseconds since 1970, UTC: the last instant at which it was right. */
  readonly validUntil: number;
  readonly sources: readonly Source[];
}

export interface Declaration {
  readonly document: DocumentName;
  readonly vendor?: string | undefined;
  /** ISO 639-1 code of the language the text must be in. */
  readonly language?: string | undefined;
  /** Several make one document, in this order. */
  readonly sources: readonly Source[];
  /** Recipes of the past, oldest first. */
  readonly history: readonly PastRecipe[];
}
