/** What commander hands to the commands of `watch`. Only types. */
export interface ArchiveOptions {
  readonly archive: string;
}

export interface WatchAddOptions extends ArchiveOptions {
  readonly url?: string;
  readonly service?: string;
  readonly type?: string;
  readonly region?: string;
  readonly select?: readonly string[];
  readonly remove?: readonly string[];
  readonly packs?: boolean;
  readonly policies?: readonly string[];
  readonly force?: boolean;
}

export interface WatchRunOptions extends ArchiveOptions {
  readonly every?: string;
  readonly service?: readonly string[];
  readonly alerts?: string;
  readonly chats?: readonly string[];
  readonly account?: string;
  readonly events?: readonly string[];
  readonly policies?: readonly string[];
  readonly contact?: string;
  readonly allowPrivate?: readonly string[];
  readonly proxy?: readonly string[];
  readonly timeout?: number;
  /** Bytes. */
  readonly maxSize?: number;
  readonly browser?: string;
}

/** Epoch milliseconds. */
export interface SpanOptions extends ArchiveOptions {
  readonly from?: number;
  readonly to?: number;
}

export interface WatchShowOptions extends SpanOptions {
  readonly format?: "text" | "markdown";
  readonly text?: boolean;
  readonly assistant?: string;
}

export interface WatchLogOptions extends ArchiveOptions {
  readonly quietToo?: boolean;
}

export interface AcrossOptions extends ArchiveOptions {
  readonly service?: readonly string[];
  readonly at?: number;
  readonly format: "text" | "markdown" | "html" | "csv";
}
