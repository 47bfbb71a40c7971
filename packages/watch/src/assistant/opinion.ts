/**
 * A version and the rules' facts -> **Opinion** of an assistant -> shown beside them
 *
 * Never evidence of its own and never in place of a rule's fact: what an assistant reads comes with
 * `basis: "assistant"`, and only where the text bears out its quote.
 */
import type { AxisFact, WithheldReason } from "@proviso/core/terms";

/** What is asked, of whom. There is none unless the user names one. */
export interface AssistantSettings {
  readonly wire: WireName;
  /** As the provider calls it. */
  readonly model: string;
  /** Without the path of the request. */
  readonly baseUrl: string;
  /** Not kept anywhere. Undefined: the server asks for none. */
  readonly key: string | undefined;
  /** For one request as a whole. */
  readonly timeoutMs: number;
  /** Requests for one piece of text, the first included. */
  readonly tries: number;
  /** A longer `Retry-After` ends the tries. */
  readonly maxWaitMs: number;
  /** UTF-16 code units of one piece of text. */
  readonly pieceLength: number;
  /** Pieces of one document; what is behind them is not sent. */
  readonly mostPieces: number;
}

/** Form of the requests: the Messages API, or chat completions as many servers speak them. */
export type WireName = "messages" | "chat-completions";

export interface SummaryLine {
  readonly says: string;
  /** Stands in the text letter by letter. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

export interface SecondOpinion {
  readonly fact: AxisFact;
  /** `agrees`: a rule says the same. `disagrees`: it says what cannot be true beside it. `adds`: no rule does. */
  readonly standing: "agrees" | "disagrees" | "adds";
  /** Those it disagrees with. */
  readonly rules: readonly AxisFact[];
}

export interface Opinion {
  readonly is: "opinion";
  readonly model: string;
  readonly summary: readonly SummaryLine[];
  readonly facts: readonly SecondOpinion[];
  /** What was said and is not shown, by why. */
  readonly withheld: Readonly<Partial<Record<WithheldReason, number>>>;
  /** UTF-16 code units at the text's end that were not sent. */
  readonly unread: number;
  /** Pieces whose answer was no answer in the form asked for. */
  readonly failures: readonly string[];
  readonly cost: Cost;
}

/** As the provider counts; 0 where it does not say. What a token costs is the provider's to say. */
export interface Cost {
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface NoOpinion {
  readonly is: "none";
  readonly reason: string;
  readonly cost: Cost;
}
