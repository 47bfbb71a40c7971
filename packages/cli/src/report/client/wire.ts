/**
 * Encoder -> **wire form** -> decoder in the page
 *
 * The report's data as JSON. Whatever many conversations share (answers, rules, clocks, facts)
 * stands once in a table; a row holds an index into `shapes` and its own dates and ids.
 */

import type { WireWhatIf } from "./wire-what-if.ts";

/**
 * An instant within a shape: epoch milliseconds, `null` for none, `c` the row's creation, `l` its
 * last activity, `#n` the row's n-th hole in milliseconds after creation (after 0 without one).
 */
export type When = number | string | null;

/** A string, or the index of one in `texts`. */
export type Text = string | number;

export interface WireCitation {
  readonly document: string;
  readonly section?: string;
}

export interface WireReading {
  readonly effect?: "permit" | "deny";
  readonly reading: string;
}

export interface WireGrounds {
  readonly cite: readonly WireCitation[];
  readonly basis: "text" | "interpretation";
  readonly reading?: string;
  readonly competing: readonly WireReading[];
}

export interface WireUse extends WireGrounds {
  readonly purpose: string;
  readonly use: "permit" | "deny";
  readonly exposure: "permit" | "deny";
  readonly reason: string;
  readonly rule?: string;
  /** Index into `policies`. */
  readonly policy: number | null;
  readonly obligations: readonly string[];
  readonly advice: readonly string[];
  readonly possible: readonly { readonly policy: string; readonly rule: string; readonly effect: string }[];
  readonly unknowns: readonly string[];
}

export interface WireClock extends WireGrounds {
  readonly clock: string;
  readonly copy: string;
  readonly bound: string;
  readonly period?: string;
  readonly event?: string;
  readonly form?: string;
  readonly note?: string;
  readonly applies: "yes" | "maybe";
  readonly unknowns: readonly string[];
  readonly policy: number | null;
}

export interface WireTrace {
  readonly policy: number;
  readonly rule: string;
  readonly effect: string;
  readonly reason: string;
  readonly value: "true" | "false" | "unknown";
  readonly outcome: "decided" | "possible" | "passed" | "not-reached";
  readonly grounds: readonly { readonly text: string; readonly value: string; readonly facts: string[] }[];
  readonly cite: readonly WireCitation[];
}

/** Index into `clocks`, from, until, elapsed. Until may also be `+n` or `+#n`: days after from. */
export type ShapeClock = readonly [clock: number, from: When, until: When, elapsed: 0 | 1];
/** Until may be `kn`: the until of the shape's n-th clock. */
export type ShapeKeep = readonly [copy: string, until: When, atLeast: When | "released"];
/** Kind `t`: an instant, `v`: any other value, `?`: not known. Events: texts, or `#n` a hole. */
export type ShapeFact = readonly [
  name: string,
  kind: "t" | "v" | "?",
  value: When | boolean,
  events: readonly Text[],
];

export interface WireShape {
  /** Indices into `uses`, in the order of the purposes asked for. */
  readonly uses: readonly number[];
  readonly clocks: readonly ShapeClock[];
  readonly keep: readonly ShapeKeep[];
  /** Indices into `policies`: the versions in force. */
  readonly policies: readonly number[];
  /** Per purpose an index into `lists`; absent where no explanation was made. */
  readonly rules?: readonly (readonly [purpose: string, list: number])[];
  readonly facts?: readonly ShapeFact[];
  /** Runs that had begun: texts, or `#n` holes. */
  readonly runs?: readonly Text[];
}

/** Id, title, created, last activity (after creation), items, group, shape, then the holes. */
export type WireRow = readonly [
  id: string,
  title: Text | null,
  created: number | null,
  last: number | null,
  items: number,
  group: number,
  shape: number,
  ...holes: Text[],
];

/** What rows of one file have in common. */
export interface WireGroup {
  readonly file: string;
  readonly source: string;
  readonly surface: string;
  readonly mode?: string;
  readonly account?: string;
}

export interface WireDocument {
  readonly title: string;
  readonly version: string;
  readonly url?: string;
  readonly archive?: string;
  readonly authority: string;
}

export interface WirePolicy {
  readonly id: string;
  readonly version: string;
  readonly digest: string;
  readonly title?: string;
  readonly documents: Readonly<Record<string, WireDocument>>;
}

export interface WireInput {
  readonly name: string;
  readonly format: string;
  readonly conversations: number;
  readonly items: number;
  readonly problems: readonly string[];
  readonly malformed: number;
  readonly unknownFields: readonly { readonly name: string; readonly count: number }[];
}

export interface WireAccount {
  readonly account?: string;
  readonly source?: string;
  readonly entries: readonly { readonly at?: number; readonly says: string }[];
  readonly completeFor: readonly string[];
}

export interface WireRedaction {
  readonly profile: string;
  readonly conversations: number;
  readonly types: readonly {
    readonly type: string;
    readonly says: string;
    readonly values: number;
    readonly conversations: number;
  }[];
  readonly special: readonly { readonly says: string; readonly conversations: number }[];
}

/** Everything but the rows. */
export interface WireTables {
  readonly title: string;
  readonly generatedAt: number;
  readonly at: number;
  readonly known: number | null;
  readonly generator: string;
  readonly command: string;
  readonly howToAnswer?: string;
  readonly inputs: readonly WireInput[];
  readonly redaction?: WireRedaction;
  readonly whatIf?: WireWhatIf;
  readonly accountKnown: readonly WireAccount[];
  readonly purposes: readonly string[];
  readonly reasons: Readonly<Record<string, string>>;
  readonly vocabulary: Readonly<Record<string, { readonly says: string; readonly ask: string }>>;
  readonly limits: readonly string[];
  readonly texts: readonly string[];
  readonly groups: readonly WireGroup[];
  readonly policies: readonly WirePolicy[];
  readonly uses: readonly WireUse[];
  readonly clocks: readonly WireClock[];
  readonly traces: readonly WireTrace[];
  readonly lists: readonly (readonly number[])[];
  readonly shapes: readonly WireShape[];
}
