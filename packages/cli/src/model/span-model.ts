/**
 * What every kind of model is here: a text in, marked spans out, in the model's own labels.
 */
export interface MarkedSpan {
  readonly label: string;
  /** In UTF-16 code units of the text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** 0 to 1. */
  readonly score: number;
}

export interface SpanModel {
  readonly id: string;
  /** The text is well-formed, and may be long: the model cuts it as it needs. */
  find(text: string): Promise<readonly MarkedSpan[]>;
  close(): Promise<void>;
}
