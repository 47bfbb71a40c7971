/**
 * Records of a text and its spans: our own JSONL, presidio-research (`full_text`, `spans`), and sets
 * that name the same things otherwise.
 *
 * Where a span repeats its value, the value says how offsets were counted; a span whose value stands
 * elsewhere is an error.
 */
import { z } from "zod";
import { checkedSpans, type Labelled, malformed, type Unit } from "../labelled.ts";
import { parsed, type RecordFormat, type RecordPlace } from "./record.ts";

const SPAN = z
  .object({
    start: z.int().optional(),
    end: z.int().optional(),
    start_position: z.int().optional(),
    end_position: z.int().optional(),
    type: z.string().optional(),
    label: z.string().optional(),
    entity_type: z.string().optional(),
    value: z.string().optional(),
    entity_value: z.string().optional(),
  })
  .transform((span) => ({
    start: span.start ?? span.start_position,
    end: span.end ?? span.end_position,
    label: span.type ?? span.entity_type ?? span.label,
    value: span.value ?? span.entity_value,
  }));

type Span = z.infer<typeof SPAN>;

const RECORD = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  text: z.string().optional(),
  full_text: z.string().optional(),
  source_text: z.string().optional(),
  about: z.array(z.string()).optional(),
  spans: z.array(SPAN).optional(),
  privacy_mask: z.array(SPAN).optional(),
  entities: z.array(SPAN).optional(),
});

function format(name: string, keys: readonly string[]): RecordFormat {
  return { name, keys, read: (record, at) => [read(record, at)] };
}

export const MARKED_TEXTS: readonly RecordFormat[] = [
  format("presidio-research", ["full_text", "spans"]),
  format("privacy-mask", ["source_text", "privacy_mask"]),
  format("marked-text", ["text", "spans"]),
  format("marked-text", ["text", "entities"]),
];

function read(record: unknown, at: RecordPlace): Labelled {
  const { id, about, ...rest } = parsed(RECORD, record, at);
  const text = rest.text ?? rest.full_text ?? rest.source_text;
  const spans = rest.spans ?? rest.privacy_mask ?? rest.entities;
  if (text === undefined || spans === undefined) {
    throw malformed("a record without a text or without spans", at.place, {
      hint: "each record has a text and a list of spans, which may be empty",
    });
  }
  const whole = spans.map(({ start, end, label }, index) => {
    if (start !== undefined && end !== undefined && label !== undefined) return { start, end, label };
    throw malformed(`span ${index + 1} lacks a start, an end or a type`, at.place);
  });
  const unit = unitOf(text, spans, at);
  return {
    id: id === undefined ? at.id : String(id),
    text,
    spans: checkedSpans(text, whole, unit, at.place),
    ...(about === undefined ? {} : { about }),
  };
}

function unitOf(text: string, spans: readonly Span[], at: RecordPlace): Unit {
  const valued = spans.filter(({ value }) => value !== undefined);
  if (valued.every((span) => text.slice(span.start, span.end) === span.value)) return "utf16";
  const points = [...text];
  for (const { start, end, label, value } of valued) {
    if (points.slice(start, end).join("") === value) continue;
    throw malformed(`the span ${start} to ${end} of \`${label}\` is not the value it names`, at.place);
  }
  return "code-point";
}
