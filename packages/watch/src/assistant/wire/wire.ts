/** Prompt -> **WireRequest** -> answer of the server -> its text, and what it cost */

export interface Prompt {
  readonly system: string;
  readonly user: string;
}

export interface WireRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface WireAnswer {
  readonly text: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface Wire {
  requestOf(prompt: Prompt, to: { baseUrl: string; model: string; key: string | undefined }): WireRequest;
  /** Undefined: not an answer in this form. */
  answerOf(body: unknown): WireAnswer | undefined;
}
