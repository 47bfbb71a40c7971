/** **FetchOptions**: how politely, how long, how much, and through whom. */

export interface Resolved {
  readonly address: string;
  readonly family: number;
}

/** An answer that a page of the browser is given. */
export interface Loaded {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

/** A page that was fetched already, to be shown by a browser that reaches no network by itself. */
export interface RenderRequest {
  readonly url: string;
  /** What the browser is given when it asks for `url`. */
  readonly page: Loaded;
  readonly userAgent: string;
  readonly timeoutMs: number;
  /** What else the page asks for; undefined if it may not be had. */
  readonly load: (url: string) => Promise<Loaded | undefined>;
  readonly signal: AbortSignal;
}

export interface FetchOptions {
  /** Address or mail address of whoever runs the watch, told to every server: `https://example.org/watch`. */
  readonly contact?: string | undefined;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  readonly connectMs: number;
  /** Until the headers are there, and between two pieces of the body. */
  readonly idleMs: number;
  /** For one request as a whole. */
  readonly wholeMs: number;
  /** Of the body after decompression. */
  readonly maxBytes: number;
  readonly maxRedirects: number;
  /** Between the end of a request and the next to the same host. */
  readonly gapMs: number;
  /** A longer `Crawl-delay` is cut to this. */
  readonly maxCrawlDelayMs: number;
  /** Before the second try after a transient failure; a longer `Retry-After` ends the tries. */
  readonly retryMs: number;
  /** `host:port` of servers that may be in a private network: intranets, tests. */
  readonly allowPrivate: readonly string[];
  /** URL of the proxy by name of the region. */
  readonly proxies: Readonly<Record<string, string>>;
  /** Certificates of authorities to trust beside the usual ones, PEM. */
  readonly ca?: string | undefined;
  /** A server's clock that is further off is told. */
  readonly maxSkewMs: number;
  /** A headless browser, for pages that declare they need one: gives the HTML that their scripts have made. */
  readonly render?: ((request: RenderRequest) => Promise<string>) | undefined;
  /** All addresses of a host; the system's resolver if not given. */
  readonly resolve?: ((host: string) => Promise<readonly Resolved[]>) | undefined;
  /** Waits; ends early when the signal is given. */
  readonly pause?: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined;
}

export const FETCH_DEFAULTS: FetchOptions = {
  now: Date.now,
  connectMs: 10_000,
  idleMs: 30_000,
  wholeMs: 120_000,
  maxBytes: 50_000_000,
  maxRedirects: 10,
  gapMs: 1_000,
  maxCrawlDelayMs: 30_000,
  retryMs: 2_000,
  allowPrivate: [],
  proxies: {},
  maxSkewMs: 3_600_000,
};

/** Name that `robots.txt` files address us by. */
export const ROBOT_NAME = "Proviso";

export function userAgentOf({ contact }: FetchOptions): string {
  return contact === undefined ? ROBOT_NAME : `${ROBOT_NAME} (+${contact})`;
}
