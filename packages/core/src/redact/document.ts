/**
 * Texts -> **RedactedDocument**
 *
 * The texts are searched as one, and what was written is searched again until nothing is found in it
 * (see lane/settle.ts, which does the same for bytes). Offsets of findings are those of the texts as
 * they were given.
 */
import { Counts } from "./counts.ts";
import type { Finding } from "./finding.ts";
import { type Edit, sourceOffset } from "./lane/edits.ts";
import type { Located, LocatedSpan } from "./locate/locate.ts";
import { placeTexts } from "./place-texts.ts";
import type { RedactedDocument } from "./redacted.ts";
import { bareValueOf, isBareNumber, type Replace, replaceIn, replacementOf } from "./rewrite.ts";
import type { Text } from "./scan/text.ts";

const MAX_PASSES = 8;

/** Leaves out what does not count in one of the texts. */
type Keep = (span: LocatedSpan, which: number) => LocatedSpan | undefined;

interface Pass {
  readonly texts: readonly string[];
  /** Per text; ranges in code units of the text before the pass. */
  readonly edits: readonly (readonly Edit[])[];
  readonly flags: RedactedDocument["flags"];
}

export function redactDocument(
  given: readonly string[],
  locate: (text: Text, pass: number) => Located,
  replace: Replace,
  keep: Keep | undefined,
): RedactedDocument {
  const first = passOver(given, (text) => locate(text, 0), replace, keep);
  const passes: Pass[] = [first];
  for (let last = first; last.edits.some((own) => own.length > 0) && passes.length < MAX_PASSES; ) {
    const pass = passes.length;
    last = passOver(last.texts, (text) => locate(text, pass), replaceIn(pass, replace), keep);
    passes.push(last);
  }
  const counts = new Counts();
  const findings = given.map((_, which) => findingsOf(passes, which));
  for (const { type } of findings.flat()) counts.add(type);
  return { texts: passes.at(-1)?.texts ?? given, counts: counts.byType, flags: first.flags, findings };
}

function passOver(
  texts: readonly string[],
  locate: (text: Text) => Located,
  replace: Replace,
  keep: Keep | undefined,
): Pass {
  const placed = placeTexts(texts);
  const { spans, flags } = locate(placed.text);
  const edits: Edit[][] = [];
  let index = 0;
  for (const which of texts.keys()) {
    const reader = placed.reader(which);
    const own: Edit[] = [];
    for (; index < spans.length && (spans[index] as LocatedSpan).start < reader.end; index += 1) {
      const found = spans[index] as LocatedSpan;
      const span = keep === undefined ? found : keep(found, which);
      if (span === undefined) continue;
      const written = replacementOf(placed.text, span, replace);
      if (written === undefined) continue;
      const from = reader.unitsAt(span.start);
      const to = reader.unitsAt(span.end);
      own.push({ from, to, text: isBareNumber(placed.text, span) ? bareValueOf(written) : written, span });
    }
    edits.push(own);
  }
  return {
    texts: texts.map((value, which) => applied(value, edits[which] ?? [])),
    edits,
    flags: texts.map((_, which) => placed.typesIn(which, flags)),
  };
}

function applied(value: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return value;
  let text = "";
  let copied = 0;
  for (const edit of edits) {
    text += value.slice(copied, edit.from) + edit.text;
    copied = edit.to;
  }
  return text + value.slice(copied);
}

function findingsOf(passes: readonly Pass[], which: number): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [pass, { edits }] of passes.entries()) {
    for (const { from, to, span } of edits[which] ?? []) {
      const start = originOf(passes, pass, which, from, "start");
      const end = originOf(passes, pass, which, to, "end");
      // What stood in a part that was written anew is told by the finding that the part was.
      if (pass > 0 && findings.some((one) => one.start <= start && one.end >= end)) continue;
      const { type, score, recognizer, validation } = span;
      findings.push({ type, start, end, score, recognizer, validation });
    }
  }
  return passes.length < 3 ? findings : findings.sort((one, other) => one.start - other.start);
}

/** An offset in a text before a pass -> the offset in the text as it was given. */
function originOf(
  passes: readonly Pass[],
  pass: number,
  which: number,
  offset: number,
  side: "start" | "end",
): number {
  let at = offset;
  for (let earlier = pass - 1; earlier >= 0; earlier -= 1) {
    const edits = passes[earlier]?.edits[which] ?? [];
    at = sourceOffset(edits, { sizes: edits.map((edit) => edit.text.length) }, at, side);
  }
  return at;
}
