/** Alertables, or a digest of them -> **Letter** -> text, HTML, blocks, an entry of a feed */

/** Words of the document, and when they were read there. */
export interface Quote {
  /** `before, 2025-08-29`. */
  readonly label: string;
  readonly text: string;
}

export interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly quotes: readonly Quote[];
}

/** Plain lines throughout: whoever renders it escapes them. */
export interface Letter {
  /** Subject and heading. */
  readonly title: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly sections: readonly Section[];
  /** Why it was sent. */
  readonly because: string;
}
