/** Prompt -> **answer** of the assistant's server, patiently and within limits */
import { setTimeout } from "node:timers/promises";
import { ProvisoError } from "@proviso/core";
import { type Dispatcher, request } from "undici";
import type { AssistantSettings } from "./opinion.ts";
import { CHAT_COMPLETIONS } from "./wire/chat-completions.ts";
import { MESSAGES } from "./wire/messages.ts";
import type { Prompt, Wire, WireAnswer } from "./wire/wire.ts";

export interface AskContext {
  readonly signal?: AbortSignal | undefined;
  /** Waits; ends early when the signal is given. */
  readonly pause?: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined;
}

/** `requests`: how many were made. What the server says beside its status is not repeated: it may hold the key. */
export type Asked = { readonly requests: number } & (
  | { readonly answer: WireAnswer }
  | { readonly reason: string }
);

type Outcome =
  | { readonly answer: WireAnswer }
  | { readonly reason: string; readonly waitMs: number | undefined };

const WIRES: Readonly<Record<AssistantSettings["wire"], Wire>> = {
  messages: MESSAGES,
  "chat-completions": CHAT_COMPLETIONS,
};
const FIRST_WAIT = 1_000;
const LONGEST_ANSWER = 4_000_000;
const NEVER = new AbortController().signal;

/** Redirects are not followed. @throws ProvisoError INTERRUPTED when the signal is given */
export async function ask(
  prompt: Prompt,
  settings: AssistantSettings,
  { signal = NEVER, pause = pauseFor }: AskContext = {},
): Promise<Asked> {
  for (let requests = 1; ; requests += 1) {
    const outcome = await attempt(prompt, settings, requests, signal);
    if ("answer" in outcome) return { requests, answer: outcome.answer };
    const { reason, waitMs } = outcome;
    if (waitMs === undefined || waitMs > settings.maxWaitMs || requests >= settings.tries) {
      return { requests, reason };
    }
    await pause(waitMs, signal).catch(() => undefined);
    interruptedBy(signal);
  }
}

/** `waitMs`: before it may go better; undefined: it will not. */
async function attempt(
  prompt: Prompt,
  settings: AssistantSettings,
  nth: number,
  signal: AbortSignal,
): Promise<Outcome> {
  const wire = WIRES[settings.wire];
  const { url, headers, body } = wire.requestOf(prompt, settings);
  const limit = AbortSignal.any([signal, AbortSignal.timeout(settings.timeoutMs)]);
  const later = FIRST_WAIT * 2 ** (nth - 1);
  let answered: Dispatcher.ResponseData;
  let text: string | undefined;
  try {
    answered = await request(url, { method: "POST", headers, body, signal: limit });
    text = await readUpTo(answered.body);
  } catch {
    interruptedBy(signal);
    const reason = limit.aborted ? `no answer within ${settings.timeoutMs} ms` : "no connection";
    return { reason, waitMs: later };
  }
  const { statusCode } = answered;
  if (statusCode !== 200) {
    const isTransient = statusCode === 429 || statusCode === 408 || statusCode >= 500;
    const waitMs = isTransient ? (retryAfter(answered.headers["retry-after"]) ?? later) : undefined;
    return { reason: `the server answered with status ${statusCode}`, waitMs };
  }
  if (text === undefined) return { reason: "the answer is too long", waitMs: undefined };
  const answer = wire.answerOf(parsed(text));
  return answer === undefined
    ? { reason: "the answer is not in the wire format", waitMs: undefined }
    : { answer };
}

async function readUpTo(body: AsyncIterable<Uint8Array>): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body) {
    length += piece.length;
    if (length > LONGEST_ANSWER) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Seconds; a date is not read. */
function retryAfter(header: string | string[] | undefined): number | undefined {
  const seconds = typeof header === "string" && /^\d{1,6}$/u.test(header) ? Number(header) : undefined;
  return seconds === undefined ? undefined : seconds * 1_000;
}

function interruptedBy(signal: AbortSignal): void {
  if (signal.aborted) throw new ProvisoError("INTERRUPTED", "the question to the assistant was interrupted");
}

async function pauseFor(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal });
}
