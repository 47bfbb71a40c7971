/** One request and its answer, without following redirects. */
import type { Dispatcher } from "undici";
import { readBody } from "./body.ts";
import { userAgentOf } from "./fetch-options.ts";
import type { FetchRun } from "./fetch-run.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty unless the status is 200 or 203: other bodies are not read. */
  readonly bytes: Uint8Array;
}

export interface Asking {
  readonly headers: Readonly<Record<string, string>>;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

/** @throws what `failureOf` reads */
export async function request(
  url: URL,
  dispatcher: Dispatcher,
  { options }: FetchRun,
  { headers, maxBytes, signal }: Asking,
): Promise<Answer> {
  const whole = AbortSignal.any([signal, AbortSignal.timeout(options.wholeMs)]);
  const answer = await dispatcher.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: "GET",
    signal: whole,
    headers: { ...headers, "user-agent": userAgentOf(options), "accept-encoding": "gzip, br, deflate" },
  });
  const received = plainHeaders(answer.headers);
  if (answer.statusCode !== 200 && answer.statusCode !== 203) {
    // Reading a little frees the connection for the next request; a long body ends it.
    await answer.body.dump({ limit: 65_536, signal: whole }).catch(() => undefined);
    return { status: answer.statusCode, headers: received, bytes: new Uint8Array() };
  }
  const bytes = await readBody(answer.body, received["content-encoding"] ?? "", maxBytes, whole);
  return { status: answer.statusCode, headers: received, bytes };
}

function plainHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) plain[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return plain;
}
