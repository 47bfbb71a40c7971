/**
 * Records of Presidio's recognizer tests: a text, and how many findings of that recognizer it
 * should give, with their places where the test names them. Offsets count code points.
 *
 * What another recognizer would say of the text is not known, so each case is about one label: the
 * recognizer's name. A test that names no number says nothing and is passed over.
 */
import { z } from "zod";
import { checkedSpans } from "../labelled.ts";
import { parsed, type RecordFormat } from "./record.ts";

const PAIR = z.tuple([z.int(), z.int()]);

const CASE = z.object({
  recognizer: z.string(),
  text: z.string(),
  expected_len: z.int().nullable(),
  expected_positions: z.union([z.array(PAIR), PAIR.transform((pair) => [pair])]).nullable(),
});

export const RECOGNIZER_CASES: RecordFormat = {
  name: "recognizer cases",
  keys: ["recognizer", "text", "expected_len"],
  note: "a case that names no place counts as found by any finding of its label in the text",
  read(record, at) {
    const { recognizer, text, expected_len: wanted, expected_positions: places } = parsed(CASE, record, at);
    if (wanted === null) return [];
    const label = recognizer.replace(/_recognizer$/, "").toUpperCase();
    const size = [...text].length;
    const named = (places ?? []).map(([start, end]) => ({ start, end, label }));
    // Some tests name fewer places than they expect findings, or places that are not in the text.
    const isNamed = named.length === wanted && named.every(({ start, end }) => start < end && end <= size);
    const whole = text === "" ? [] : [{ start: 0, end: size, label }];
    const spans = wanted === 0 ? [] : isNamed ? named : whole;
    return [{ id: at.id, text, spans: checkedSpans(text, spans, "code-point", at.place), about: [label] }];
  },
};
