/**
 * The Text Anonymization Benchmark: the original list (`annotations` by annotator), or texts and
 * spans in two files, each an object by document. Offsets count code points.
 *
 * Several people marked the same text and disagree; each one's marks are a document of their own, so
 * that nobody's reading outweighs the others.
 */
import { z } from "zod";
import { checkedSpans, type Labelled, malformed } from "../labelled.ts";
import { parsed, type RecordFormat, type RecordPlace } from "./record.ts";

const ORIGINAL = z.object({
  doc_id: z.string().optional(),
  text: z.string(),
  annotations: z.record(
    z.string(),
    z.object({
      entity_mentions: z.array(
        z.object({ entity_type: z.string(), start_offset: z.int(), end_offset: z.int() }),
      ),
    }),
  ),
});

export const TAB_ORIGINAL: RecordFormat = {
  name: "tab",
  keys: ["text", "annotations"],
  note: "each annotator's marks count as a document of their own",
  read(record, at) {
    const { doc_id, text, annotations } = parsed(ORIGINAL, record, at);
    return Object.entries(annotations).map(([annotator, { entity_mentions }]) => {
      const spans = new Map<string, { start: number; end: number; label: string }>();
      for (const { start_offset: start, end_offset: end, entity_type: label } of entity_mentions) {
        spans.set(`${start}:${end}`, { start, end, label });
      }
      return {
        id: `${doc_id ?? at.id} ${annotator}`,
        text,
        spans: checkedSpans(text, [...spans.values()], "code-point", at.place),
      };
    });
  },
};

const TRIPLES = z.record(z.string(), z.array(z.tuple([z.int(), z.int(), z.string()])));
export type Triples = z.infer<typeof TRIPLES>;

export function isTexts(value: object): boolean {
  const all: readonly unknown[] = Object.values(value);
  return all.length > 0 && all.every((one) => typeof one === "string");
}

export function isTriples(value: object): boolean {
  const all: readonly unknown[] = Object.values(value);
  return all.length > 0 && all.every((one) => Array.isArray(one));
}

export function triplesOf(value: unknown, at: RecordPlace): Triples {
  return parsed(TRIPLES, value, at);
}

/** @throws ProvisoError INPUT_MALFORMED for a text without marks, and for marks without a text */
export function joined(
  texts: Readonly<Record<string, string>>,
  gold: Triples,
  textFile: string,
  goldFile: string,
): readonly Labelled[] {
  for (const id of Object.keys(gold)) {
    if (texts[id] === undefined) {
      throw malformed(`no text for the marks of \`${id}\``, { file: textFile, field: id });
    }
  }
  return Object.entries(texts).map(([id, text]) => {
    const place = { file: goldFile, field: id };
    const marks = gold[id];
    if (marks === undefined) throw malformed(`no marks for the text of \`${id}\``, place);
    const spans = marks.map(([start, end, label]) => ({ start, end, label }));
    return { id, text, spans: checkedSpans(text, spans, "code-point", place) };
  });
}
