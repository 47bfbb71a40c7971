/**
 * An answer of the analyzer -> **marked spans**, or what is wrong with it
 *
 * The agreed form is that of Presidio's analyzer: a list of `entity_type`, `start`, `end`, `score`,
 * with offsets in code points. Other members are of no concern; anything else is no answer.
 */
import type { MarkedSpan } from "../span-model.ts";
import { codeUnits } from "./code-points.ts";

export type Answer = { readonly spans: readonly MarkedSpan[] } | { readonly wrong: string };

/** @param text what the analyzer was asked about */
export function readAnswer(body: string, text: string): Answer {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { wrong: "is not JSON" };
  }
  if (!Array.isArray(value)) return { wrong: "is not a list" };
  const unitAt = codeUnits(text);
  const spans: MarkedSpan[] = [];
  for (const [index, item] of value.entries()) {
    const { entity_type: label, start, end, score } = (item ?? {}) as Readonly<Record<string, unknown>>;
    const wrong = (field: string, says: string): Answer => ({
      wrong: `has no ${says} in \`[${index}].${field}\``,
    });
    if (typeof label !== "string" || label === "") return wrong("entity_type", "label");
    if (typeof score !== "number" || !(score >= 0 && score <= 1)) return wrong("score", "number from 0 to 1");
    const from = isOffset(start) ? unitAt(start) : undefined;
    const to = isOffset(end) ? unitAt(end) : undefined;
    if (from === undefined) return wrong("start", "offset in the text");
    if (to === undefined || to <= from) return wrong("end", "offset in the text, behind `start`,");
    spans.push({ label, start: from, end: to, score });
  }
  return { spans };
}

function isOffset(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}
