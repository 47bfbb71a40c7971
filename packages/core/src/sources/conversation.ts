/**
 * **Conversation**: what every importer yields -> events
 *
 * One chat or coding session made of items, in the order of the export. Instants are epoch
 * milliseconds (UTC). An export says nothing of consent, plan or region, so neither does this.
 */

/** Who an item comes from. `connector` is raw content fetched from a connected service. */
export type ItemSource = "user" | "assistant" | "tool" | "connector" | "system";

/** `incognito` and `temporary` are the two names vendors give to chats kept out of the history. */
export type Mode = "ordinary" | "incognito" | "temporary";

export interface Item {
  readonly id: string;
  readonly role: "user" | "assistant" | "system" | "tool";
  readonly source: ItemSource;
  /** Undefined where the export gives no time for the item. */
  readonly at: number | undefined;
  /** On a branch that the export's current path does not show: hidden, but present. */
  readonly hidden: boolean;
  /** Pasted by the person, even if it first came from a connector. */
  readonly pasted: boolean;
  /** A machine-readable reservation found on the content, such as `train-ai=n`. */
  readonly signal: string | undefined;
  /** Tool or connector name. */
  readonly name: string | undefined;
  /** UTF-8 bytes of text as encoded in the export, attachments included. */
  readonly bytes: number;
  /** Only when the reader was asked for content. */
  readonly text?: string;
}

export interface Conversation {
  readonly kind: "conversation";
  readonly id: string;
  /** The account as the export names it. */
  readonly account: string | undefined;
  readonly title: string | undefined;
  readonly createdAt: number | undefined;
  readonly updatedAt: number | undefined;
  /** `chat`, `coding`, `api`, `browser`, `meeting`, … open: policies may name others. */
  readonly surface: string;
  readonly mode: Mode | undefined;
  /** `login`, `api-key`, `cloud` or `anonymous`, where the record itself says. */
  readonly credential: string | undefined;
  readonly model: string | undefined;
  readonly items: readonly Item[];
  /** Where the record lies, to fetch its content again. */
  readonly locator: Locator;
}

export interface Locator {
  readonly file: string;
  /** Byte offset of the record in the (uncompressed) file, and its length. */
  readonly offset: number;
  readonly length: number;
}

/** Feedback found in an export: evidence for a carve-out. */
export interface Feedback {
  readonly kind: "feedback";
  readonly id: string;
  readonly conversation: string;
  readonly account: string | undefined;
  readonly item: string | undefined;
  readonly feedback: FeedbackKind;
  /** `up` or `down` where the vendor's scale allows. */
  readonly rating: string | undefined;
  readonly at: number | undefined;
}

export const FEEDBACK_KINDS = ["rating", "bug-report", "survey", "transcript-share"] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

/** The account that an export belongs to. Holds an id and nothing that names the person. */
export interface Account {
  readonly kind: "account";
  readonly id: string;
}

/** What else an export was found to hold (projects, memories, shared links), by count. */
export interface Holding {
  readonly kind: "holding";
  readonly what: string;
  readonly count: number;
}

export type SourceRecord = Conversation | Feedback | Account | Holding;
