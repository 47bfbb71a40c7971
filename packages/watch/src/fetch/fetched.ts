/**
 * Source -> **Fetched** -> snapshot, or the health queue
 *
 * What became of one request: the bytes, "nothing new", or why there are none. Signals are those of
 * `health/signals.ts`.
 */
import type { HealthSignal } from "../health/signals.ts";

/** Of the certificate that the answer came under. */
export interface TlsFacts {
  readonly protocol: string;
  readonly issuer: string;
  /** SHA-256 of the certificate, in hex with colons. */
  readonly fingerprint256: string;
}

export interface Content {
  readonly is: "content";
  /** After content codings such as gzip were taken off. */
  readonly bytes: Uint8Array;
  readonly status: number;
  /** Names in lower case; several of one name are joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly finalUrl: string;
  /** Addresses that were asked before `finalUrl`, in order. */
  readonly redirects: readonly string[];
  /** As the server says it, with parameters; `application/octet-stream` if it does not. */
  readonly mediaType: string;
  readonly tls: TlsFacts | undefined;
  readonly fetcher: "http" | "browser";
  /** What the reader of the bytes should know, such as `clock-skew`. */
  readonly signals: readonly HealthSignal[];
}

/** We did not ask, or did not read on, by a rule of ours. */
export interface Refused {
  readonly is: "refused";
  readonly signal: "robots" | "private-address" | "scheme" | "too-large" | "too-many-redirects";
  readonly reason: string;
}

export interface Failed {
  readonly is: "failed";
  readonly signal:
    | "refused"
    | "http-status"
    | "timeout"
    | "dns"
    | "tls"
    | "connection"
    | "encoding"
    | "needs-javascript";
  readonly reason: string;
  /** It may go well the next time: another try was made already. */
  readonly isTransient: boolean;
  readonly status?: number | undefined;
}

export type Fetched = Content | { readonly is: "not-modified" } | Refused | Failed;

/** What a server said of the copy that is kept, to ask whether it is still the newest. */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}
