/** Provisions -> **Sentence**s -> facts */
export interface Sentence {
  /** Offsets into the version; the mark of a list item is left out. */
  readonly start: number;
  readonly end: number;
  /** Id of the provision it stands in. */
  readonly provision: string;
  /** As it stands, without markup: names keep their capitals. */
  readonly said: string;
  /** `said` in small letters with straight quotes: what cues are matched against. */
  readonly text: string;
  /** `text` without a title in bold at its head. */
  readonly body: string;
  /** Lead-ins of the lists it stands in, outermost first, in the form of `text`; empty if none. */
  readonly lead: string;
  /** The two innermost headings, in the form of `text`. */
  readonly heading: string;
  /** Whom the document is for by its own title, as `who` of a fact; undefined if it does not say. */
  readonly audience: string | undefined;
  /** Stands near the document's beginning or end, where its dates are. */
  readonly isAtEdge: boolean;
}
