/** **HealthSignal**: why a document was not seen, or may not have been seen well. */

interface Meaning {
  /** For a reader who has not heard of it. */
  readonly words: string;
  /** The document was not seen at all: neither "changed" nor "unchanged" may be said. */
  readonly isBlind: boolean;
}

const blind = (words: string): Meaning => ({ words, isBlind: true });
const doubt = (words: string): Meaning => ({ words, isBlind: false });

/** The closed list. Names are stored in archives: one may be added, none may be renamed. */
export const HEALTH_SIGNALS = {
  robots: blind("the site's robots.txt asks not to fetch it"),
  "private-address": blind("the address leads into a private network"),
  scheme: blind("the address is neither http nor https"),
  "too-large": blind("the answer is larger than the limit"),
  "too-many-redirects": blind("the site redirects too often"),
  refused: blind("the site refuses to show it"),
  "http-status": blind("the site answers with an error"),
  timeout: blind("it did not end in time"),
  dns: blind("the site's name is not known"),
  tls: blind("the secure connection failed"),
  connection: blind("the connection failed"),
  collapse: blind("far fewer words than before"),
  "index-page": blind("an index of links stands where the document was"),
  "empty-shell": blind("the page holds no text of the document"),
  "sign-in": blind("the page asks to sign in"),
  "cookie-wall": blind("the page asks for cookies before it shows anything"),
  "needs-javascript": blind("the page shows its text only to a browser that runs scripts"),
  "error-page": blind("the page is an error message"),
  "not-terms": blind("the page does not read like terms"),
  "language-flip": blind("the page came in another language"),
  "selector-matches-nothing": blind("a declared part of the page is not there"),
  "encrypted-pdf": blind("the PDF is locked with a password"),
  "no-text-in-pdf": blind("the PDF holds pictures of text only"),
  "damaged-pdf": blind("the PDF cannot be read"),
  "not-text": blind("the answer is neither a page, nor a PDF, nor text"),
  "html-too-deep": blind("the page is nested too deeply to be read safely"),
  "too-many-nodes": blind("the page has too many elements to be read safely"),
  "extraction-failed": blind("the page could not be read"),
  "part-missing": blind("one of the pages the document is made of was not seen"),
  "extractors-disagree": doubt("the extractors do not agree on what the document is"),
  "several-documents": doubt("several documents stand on the page"),
  encoding: doubt("some characters could not be read"),
  "stale-capture": blind("nobody has looked for too long"),
  "clock-skew": doubt("the times recorded cannot all be right"),
} as const satisfies Readonly<Record<string, Meaning>>;

export type SignalName = keyof typeof HEALTH_SIGNALS;

export interface HealthSignal {
  readonly signal: SignalName;
  /** In plain words, with figures and names of this page. */
  readonly reason: string;
}

export function isSignalName(name: string): name is SignalName {
  return Object.hasOwn(HEALTH_SIGNALS, name);
}

/** The document was not seen at all, so that neither "changed" nor "unchanged" may be said. */
export function isBlind(signals: readonly HealthSignal[]): boolean {
  return signals.some(({ signal }) => HEALTH_SIGNALS[signal].isBlind);
}
