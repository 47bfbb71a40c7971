/**
 * Text -> an analyzer's address -> **marked spans**
 *
 * A long text is asked about in passages, a few at once. Where the analyzer has too much to do (429,
 * 503) it is asked again, later each time; whatever else goes wrong ends the run.
 */
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import { limited } from "../limited.ts";
import type { Fail } from "../model-failed.ts";
import { passagesOf } from "../passages.ts";
import type { MarkedSpan, SpanModel } from "../span-model.ts";
import { readAnswer } from "./answer.ts";
import { AnswerTooLong, type Posted, post } from "./post.ts";

export interface HttpModelOptions {
  readonly url: URL;
  readonly timeoutSeconds: number;
  /** Asked for each of them. */
  readonly languages: readonly string[];
  readonly fail: Fail;
  /** For tests: how waiting is done. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

const PASSAGE = { most: 10_000, overlap: 200 };
const AT_ONCE = 4;
const ATTEMPTS = 5;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
const BUSY: ReadonlySet<number> = new Set([429, 503]);
/** What becomes of a connection that the analyzer closed while the next request was on its way. */
const BROKEN: ReadonlySet<unknown> = new Set(["ECONNRESET", "EPIPE"]);
const ADDRESS =
  "the address is that of an analyzer in Presidio's form, such as `http://127.0.0.1:5002/analyze`";

export function httpModel(options: HttpModelOptions): SpanModel {
  const { url, languages } = options;
  const asked = languages.length === 0 ? ["en"] : languages;
  const agent = new (url.protocol === "https:" ? HttpsAgent : HttpAgent)({ keepAlive: true });
  const closed = new AbortController();
  const gate = limited(AT_ONCE);
  const analyzer = new Analyzer(options, agent, closed.signal);
  return {
    id: `${shown(url)} ${asked.join(" ")}`,
    async find(text) {
      const requests = passagesOf(text, PASSAGE).flatMap(({ start, end }) =>
        asked.map((language) =>
          gate(async () => {
            const spans = await analyzer.ask(text.slice(start, end), language);
            return spans.map((one) => ({ ...one, start: one.start + start, end: one.end + start }));
          }),
        ),
      );
      return (await Promise.all(requests)).flat();
    },
    async close() {
      closed.abort();
      agent.destroy();
    },
  };
}

class Analyzer {
  readonly #options: HttpModelOptions;
  readonly #agent: HttpAgent;
  readonly #closed: AbortSignal;
  readonly #name: string;
  /** Nothing more is sent after a failure: the run is over. */
  #failure: Error | undefined;

  constructor(options: HttpModelOptions, agent: HttpAgent, closed: AbortSignal) {
    this.#options = options;
    this.#agent = agent;
    this.#closed = closed;
    this.#name = `the model for names at \`${shown(options.url)}\``;
  }

  async ask(text: string, language: string): Promise<readonly MarkedSpan[]> {
    if (this.#failure !== undefined) throw this.#failure;
    try {
      return this.#read(await this.#send(JSON.stringify({ text, language })), text, language);
    } catch (error) {
      this.#failure ??= error instanceof Error ? error : new Error(String(error));
      throw error;
    }
  }

  async #send(body: string): Promise<Posted> {
    const wait = this.#options.wait ?? ((ms, signal) => sleep(ms, undefined, { signal }));
    for (let attempt = 1; ; attempt += 1) {
      const posted = await this.#post(body, attempt);
      if (posted !== undefined && !BUSY.has(posted.status)) return posted;
      if (posted !== undefined && attempt === ATTEMPTS) return posted;
      await wait(waitFor(posted?.retryAfter, attempt), this.#closed);
    }
  }

  /** @returns undefined where the connection broke and another attempt is worth it */
  async #post(body: string, attempt: number): Promise<Posted | undefined> {
    const { url, timeoutSeconds, fail } = this.#options;
    const timeout = AbortSignal.timeout(timeoutSeconds * 1000);
    try {
      return await post(url, body, { agent: this.#agent, signal: AbortSignal.any([timeout, this.#closed]) });
    } catch (cause) {
      if (timeout.aborted) {
        throw fail(
          `${this.#name} has not answered within ${timeoutSeconds} s`,
          "set a longer `timeoutSeconds` beside its address",
          cause,
        );
      }
      if (cause instanceof AnswerTooLong)
        throw fail(`the answer of ${this.#name} has no end`, ADDRESS, cause);
      const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
      if (BROKEN.has(code) && attempt < ATTEMPTS && !this.#closed.aborted) return undefined;
      throw fail(
        `${this.#name} cannot be reached${typeof code === "string" ? `: ${code}` : ""}`,
        "start it, or take `names.model` out of the profile",
        cause,
      );
    }
  }

  #read({ status, body }: Posted, text: string, language: string): readonly MarkedSpan[] {
    const { fail } = this.#options;
    if (BUSY.has(status)) {
      throw fail(`${this.#name} is busy: status ${status}, ${ATTEMPTS} times`, "run it with more workers");
    }
    if (status !== 200) {
      const hint = status >= 500 ? `see its log; it must serve the language \`${language}\`` : ADDRESS;
      throw fail(`${this.#name} answers with status ${status}`, hint);
    }
    const answer = readAnswer(body, text);
    if ("wrong" in answer) throw fail(`the answer of ${this.#name} ${answer.wrong}`, ADDRESS);
    return answer.spans;
  }
}

/** Without what may be secret in it: user, password, query. */
function shown(url: URL): string {
  return `${url.origin}${url.pathname}`;
}

function waitFor(retryAfter: string | undefined, attempt: number): number {
  const asked = Number(retryAfter) * 1000;
  const own = FIRST_WAIT_MS * 2 ** (attempt - 1);
  return Math.min(LONGEST_WAIT_MS, asked > 0 ? asked : own);
}
