/**
 * Text -> **Located**: everything in a document that must not stay as it is
 *
 * The scanner's spans, what stands in encoded parts, and all further places of the values found;
 * less what was redacted before; without overlaps. Encoded parts are looked into three deep.
 */
import { type Phrase, PhraseMatcher } from "../custom/phrase-matcher.ts";
import { decodeBase64 } from "../encoded/base64.ts";
import { type Decoded, decodeEscapes } from "../encoded/decode.ts";
import { BASE64, ESCAPED } from "../encoded/encoded.ts";
import type { KnownValue } from "../finding.ts";
import type { Role } from "../profile/profile.ts";
import { resolve, type Span } from "../scan/resolve.ts";
import type { Scanner } from "../scan/scanner.ts";
import { type Text, textOf } from "../scan/text.ts";
import { seamSpans } from "./seams.ts";
import { Sweep } from "./sweep.ts";

const MAX_DEPTH = 3;
const DECODERS: Readonly<Record<string, typeof decodeBase64>> = {
  [BASE64]: decodeBase64,
  [ESCAPED]: decodeEscapes,
};

/** A span that is to be replaced. */
export interface LocatedSpan extends Span {
  /** What a base64 part holds, to be redacted and encoded anew in the place of the part. */
  readonly inner?: Inner;
  /** Whose message it is in, where the profile has rules for that. */
  readonly role?: Role;
  /** The rest of a value that began in the text before: it is left out. */
  readonly isTail?: boolean;
}

export interface Inner {
  readonly text: Text;
  readonly spans: readonly LocatedSpan[];
  /** Bytes of the part; a span that was cut is not the part any more. */
  readonly size: number;
}

export interface Located {
  /** By position, without overlaps. */
  readonly spans: readonly LocatedSpan[];
  readonly flags: readonly Span[];
}

/** What somebody else has found, as spans without their places. */
type Expected = PhraseMatcher<Omit<Span, "start" | "end">>;

interface Looked extends Located {
  readonly parts: readonly Part[];
  readonly regions: readonly Span[];
  readonly done: readonly Span[];
}

interface Part {
  readonly region: Span;
  readonly decoded: Decoded;
  spans: readonly LocatedSpan[];
}

export class Locator {
  readonly #first: Scanner;
  readonly #again: Scanner;
  readonly #accept: (span: Span, text: Text) => boolean;
  readonly #sweep = new Sweep();

  /**
   * @param first reads a document for the first time
   * @param again the same without flags: reads it again, and parts of it
   * @param accept whether a span counts: its score, and whether its value is on the list of allowed ones
   */
  constructor(first: Scanner, again: Scanner, accept: (span: Span, text: Text) => boolean) {
    this.#first = first;
    this.#again = again;
    this.#accept = accept;
  }

  /**
   * @param pass how often the document has been read before; it has no flags then
   * @param known values that somebody else has found in the document
   */
  locate(text: Text, pass: number, known: readonly KnownValue[] = []): Located {
    const expected = known.length === 0 ? undefined : this.#expected(known);
    const found = this.#lookOver(text, pass === 0 ? this.#first : this.#again, expected);
    if (found.spans.length === 0) return { spans: [], flags: found.flags };
    for (const span of found.spans) this.#remember(text, span);
    const spans: LocatedSpan[] = [...found.spans];
    let isMore = false;
    if (!this.#sweep.isEmpty) {
      const ends = endsOf(found.spans);
      this.#sweep.run(text, (span) => {
        if ((ends.get(span.start) ?? 0) >= span.end) return;
        isMore = true;
        spans.push(span);
      });
      for (const part of found.parts) {
        const before = part.spans.length;
        part.spans = this.#swept(part);
        if (part.spans.length === before) continue;
        isMore = true;
        spans.push(...outward(part));
      }
      this.#sweep.clear();
    }
    return {
      spans: isMore ? without(resolve(spans, text.bytes), found.done) : found.spans,
      flags: found.flags,
    };
  }

  /** The document, and what runs over from one of its texts into the next. */
  #lookOver(text: Text, scanner: Scanner, expected: Expected | undefined): Looked {
    const found = this.#look(text, scanner, 0, expected);
    const seams = seamSpans(this.#again, text, found.regions).filter(([head]) => this.#accept(head, text));
    if (seams.length === 0) return found;
    const parts = seams.flatMap(([head, tail]) => [head, { ...tail, isTail: true }]);
    return { ...found, spans: without(resolve([...found.spans, ...parts], text.bytes), found.done) };
  }

  #look(text: Text, scanner: Scanner, depth: number, expected: Expected | undefined): Looked {
    // The scanner's lists are good until its next scan.
    const { spans: scanned, flags, regions, done } = scanner.scan(text);
    const blobs = regions.filter((region) => region.type === BASE64);
    const accepted: LocatedSpan[] = scanned.filter(
      (span) => this.#accept(span, text) && !isGuess(span, blobs),
    );
    expected?.match(text, (start, end, data) => {
      const span: Span = { ...data, start, end };
      if (!isGuess(span, blobs)) accepted.push(span);
    });
    const parts = depth < MAX_DEPTH ? this.#parts(text, regions, depth, expected) : [];
    for (const part of parts) if (part.spans.length > 0) accepted.push(...outward(part));
    return { spans: without(resolve(accepted, text.bytes), done), flags, parts, done, regions };
  }

  #parts(
    text: Text,
    regions: readonly Span[],
    depth: number,
    expected: Expected | undefined,
  ): readonly Part[] {
    const parts: Part[] = [];
    for (const region of regions) {
      const decode = DECODERS[region.type];
      if (decode === undefined) continue;
      const decoded = decode(text.bytes, region.start, region.end);
      if (decoded === undefined) continue;
      parts.push({
        region,
        decoded,
        spans: this.#look(decoded.text, this.#again, depth + 1, expected).spans,
      });
    }
    return parts;
  }

  /** Whole words, with any space between them, however short: a name may be `Bo`. */
  #expected(known: readonly KnownValue[]): Expected | undefined {
    const phrases = known.flatMap(
      ({ type, value, score }): readonly Phrase<Omit<Span, "start" | "end">>[] => {
        const text = textOf(value);
        const { start, end } = text;
        const data = { type, score, recognizer: "model", validation: "model" } as const;
        const isWanted = /[\p{L}\p{N}]/u.test(value) && this.#accept({ ...data, start, end }, text);
        return isWanted ? [{ text: value, data }] : [];
      },
    );
    return phrases.length === 0 ? undefined : new PhraseMatcher(phrases, false);
  }

  #remember(text: Text, span: LocatedSpan): void {
    // A value in two parts stands nowhere else as it stands here.
    if (span.isTail === true) return;
    if (span.inner === undefined) this.#sweep.add(text.bytes, span);
    else for (const one of span.inner.spans) this.#remember(span.inner.text, one);
  }

  #swept({ decoded, spans }: Part): readonly LocatedSpan[] {
    const more: LocatedSpan[] = [...spans];
    const ends = endsOf(spans);
    this.#sweep.run(decoded.text, (span) => {
      if ((ends.get(span.start) ?? 0) < span.end) more.push(span);
    });
    return more.length === spans.length ? spans : resolve(more, decoded.text.bytes);
  }
}

/** Encoded text is full of capitals, and of nobody's name. @param blobs by position, without overlaps */
function isGuess({ validation, start, end }: Span, blobs: readonly Span[]): boolean {
  if (blobs.length === 0 || (validation !== "model" && validation !== "memory")) return false;
  let low = 0;
  let high = blobs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blobs[middle] as Span).start < end) low = middle + 1;
    else high = middle;
  }
  return low > 0 && (blobs[low - 1] as Span).end > start;
}

function endsOf(spans: readonly Span[]): ReadonlyMap<number, number> {
  return new Map(spans.map((span) => [span.start, span.end]));
}

/** What was found in an encoded part, as spans of the text around it. */
function outward({ region, decoded, spans }: Part): readonly LocatedSpan[] {
  const { text, origins } = decoded;
  if (origins !== undefined) {
    return spans.map(({ inner: _, ...span }) => ({
      ...span,
      start: origins[span.start - text.start] as number,
      end: origins[span.end - text.start] as number,
    }));
  }
  const [first] = spans;
  return first === undefined
    ? []
    : [
        {
          ...first,
          start: region.start,
          end: region.end,
          inner: { text, spans, size: region.end - region.start },
        },
      ];
}

/** Leaves alone what was redacted before. */
function without(spans: readonly LocatedSpan[], done: readonly Span[]): readonly LocatedSpan[] {
  if (done.length === 0) return spans;
  const ends = [...done].sort((one, other) => one.start - other.start);
  let index = 0;
  return spans.flatMap((span) => {
    while (index < ends.length && (ends[index]?.end ?? 0) <= span.start) index += 1;
    const parts: LocatedSpan[] = [];
    let rest: LocatedSpan | undefined = span;
    for (let next = index; rest !== undefined && next < ends.length; next += 1) {
      const zone = ends[next] as Span;
      if (zone.start >= rest.end) break;
      if (rest.start < zone.start) parts.push({ ...rest, end: zone.start });
      rest = zone.end < rest.end ? { ...rest, start: zone.end } : undefined;
    }
    if (rest !== undefined) parts.push(rest);
    return parts;
  });
}
