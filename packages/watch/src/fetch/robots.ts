/** What a site's robots.txt says of us (RFC 9309). */
import robotsParserModule from "robots-parser";
import type { Dispatcher } from "undici";
import { beyondProxy } from "./beyond-proxy.ts";
import { failureOf } from "./failure.ts";
import { ROBOT_NAME } from "./fetch-options.ts";
import type { FetchRun } from "./fetch-run.ts";
import type { Failed, Refused } from "./fetched.ts";
import { refusedUrl } from "./guard.ts";
import { type Answer, request } from "./request.ts";

/** Rules, or what kept us from asking for them. Then the page is not asked for either. */
export type RobotsAnswer = Rules | Refused | Failed;

export interface Rules {
  readonly is: "rules";
  /** Why an address of the site may not be asked; undefined if it may. */
  whyRefused(url: URL): string | undefined;
  /** Milliseconds; 0 if none is asked for. */
  readonly crawlDelayMs: number;
}

// The package is CommonJS and exports its function itself, which its types do not say.
const robotsParser = robotsParserModule as unknown as typeof robotsParserModule.default;

/** RFC 9309, 2.5 and 2.3.1.2. */
const MOST_BYTES = 512_000;
const MOST_REDIRECTS = 5;

/** Asked once per site and run; all that wait for it share the answer. */
export function robotsOf(
  url: URL,
  region: string | undefined,
  dispatcher: Dispatcher,
  run: FetchRun,
  signal: AbortSignal,
): Promise<RobotsAnswer> {
  const key = `${region ?? ""} ${url.origin}`;
  const known = run.robots.get(key);
  if (known !== undefined) return known;
  const asked = read(url, region, dispatcher, run, signal);
  run.robots.set(key, asked);
  // Whoever was interrupted, or did not reach the site, has learnt nothing about it.
  const forget = (): boolean => run.robots.delete(key);
  asked.then(({ is }) => is === "failed" && forget(), forget);
  return asked;
}

async function read(
  site: URL,
  region: string | undefined,
  dispatcher: Dispatcher,
  run: FetchRun,
  signal: AbortSignal,
): Promise<RobotsAnswer> {
  let url = new URL("/robots.txt", site);
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const refused = refusedUrl(url, run.options) ?? (await beyondProxy(url, region, run));
    if (refused !== undefined) return refused;
    let answer: Answer;
    try {
      answer = await run.turns.take(url.host, run.options.gapMs, signal, () =>
        request(url, dispatcher, run, { headers: {}, maxBytes: MOST_BYTES, signal }),
      );
    } catch (error) {
      signal.throwIfAborted();
      const failure = failureOf(error, MOST_BYTES);
      if (failure.signal === "timeout" || failure.signal === "too-large") return unreachable(failure.reason);
      return { ...failure, reason: `at robots.txt of ${url.host}: ${failure.reason}` };
    }
    const { status, headers, bytes } = answer;
    const location = headers["location"];
    if (status >= 300 && status < 400 && location !== undefined) {
      if (!URL.canParse(location, url.href)) return unreachable("it redirects to no address");
      url = new URL(location, url);
      continue;
    }
    if (status === 200 || status === 203) return parsed(site, new TextDecoder().decode(bytes), run);
    // "Too many requests" is no absence of rules, though its number says so.
    if (status >= 400 && status < 500 && status !== 429)
      return { is: "rules", whyRefused: () => undefined, crawlDelayMs: 0 };
    return unreachable(`the server answered ${status}`);
  }
  // RFC 9309, 2.3.1.2: after five redirects it counts as not there.
  return { is: "rules", whyRefused: () => undefined, crawlDelayMs: 0 };
}

function parsed(site: URL, text: string, { options }: FetchRun): Rules {
  const robots = robotsParser(new URL("/robots.txt", site).href, text);
  const seconds = robots.getCrawlDelay(ROBOT_NAME) ?? 0;
  return {
    is: "rules",
    whyRefused: (url) =>
      robots.isAllowed(url.href, ROBOT_NAME) === false
        ? `robots.txt of ${site.host} does not allow ${url.pathname} (line ${robots.getMatchingLineNumber(url.href, ROBOT_NAME)})`
        : undefined,
    crawlDelayMs: Math.min(Math.max(0, seconds) * 1_000 || 0, options.maxCrawlDelayMs),
  };
}

/** While rules may be there that cannot be read, nothing is allowed (RFC 9309, 2.3.1.4). */
function unreachable(reason: string): Rules {
  return {
    is: "rules",
    whyRefused: ({ host }) => `robots.txt of ${host} cannot be read: ${reason}`,
    crawlDelayMs: 0,
  };
}
