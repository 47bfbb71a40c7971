/**
 * One request of JSON -> status and body
 *
 * By Node's own client and not by `fetch`: that one gives up on its own after five minutes, and would
 * follow a redirection, while texts go to the address that the profile names and to no other.
 */
import { type Agent, request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";

export interface Posted {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: string;
}

export interface PostOptions {
  readonly agent: Agent;
  readonly signal: AbortSignal;
}

/** Findings of one passage are some kilobytes. */
const MOST_BYTES = 16 * 1024 * 1024;

export class AnswerTooLong extends Error {}

export function post(url: URL, body: string, { agent, signal }: PostOptions): Promise<Posted> {
  const bytes = Buffer.from(body);
  const request = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((done, fail) => {
    const sent = request(url, {
      method: "POST",
      agent,
      signal,
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        "content-length": bytes.length,
      },
    });
    sent.on("error", fail);
    sent.on("response", (response) => {
      bodyOf(response).then((text) => {
        const retryAfter = response.headers["retry-after"];
        done({ status: response.statusCode ?? 0, retryAfter, body: text });
      }, fail);
    });
    sent.end(bytes);
  });
}

async function bodyOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MOST_BYTES) throw new AnswerTooLong(`more than ${MOST_BYTES} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
