/** A vendor's document, and one dated text of it. */

/** Names as Open Terms Archive has them: service `Claude.ai`, type `Terms of Service`. */
export interface DocumentName {
  readonly service: string;
  readonly type: string;
  /** Where it was fetched from or for, if one document has several: `EU`, `US`. */
  readonly region?: string | undefined;
}

/** One dated text of a document. */
export interface Version {
  /** `sha256:…` of the text in UTF-8, or the commit it was imported from. */
  readonly id: string;
  /** When it was first seen: milliseconds since 1970, UTC. */
  readonly at: number;
  /** Markdown. */
  readonly text: string;
  /** Extracted anew from an older snapshot with another recipe: the page itself did not change. */
  readonly isUpgrade: boolean;
  /** ISO 639-1 code of the text's language, where it was looked at. */
  readonly language?: string | undefined;
}

/** `Claude.ai/Terms of Service`, `Claude.ai/Terms of Service [EU]`. */
export function printDocument({ service, type, region }: DocumentName): string {
  return `${service}/${type}${region === undefined ? "" : ` [${region}]`}`;
}
