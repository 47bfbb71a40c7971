/** Beliefs -> **spans** */
import type { Validation } from "../entity.ts";
import type { Span } from "../scan/resolve.ts";
import type { Text } from "../scan/text.ts";
import { type Beliefs, FROM_CONTEXT, FROM_MEMORY } from "./beliefs.ts";
import { GAP, type Tokens } from "./tokens.ts";

/** Below this nothing is reported; a profile decides from where on it acts. */
const LEAST = 0.25;

const TYPES = ["", "PERSON", "LOCATION", "ORGANISATION"] as const;

function typeAt(beliefs: Beliefs, at: number): number {
  const person = beliefs.person[at] as number;
  const place = beliefs.place[at] as number;
  const organisation = beliefs.organisation[at] as number;
  const most = Math.max(person, place, organisation);
  if (most < LEAST) return 0;
  return most === person ? 1 : most === place ? 2 : 3;
}

export function spansOf(
  _text: Text,
  tokens: Tokens,
  beliefs: Beliefs,
  _found: readonly Span[],
  emit: (type: string, start: number, end: number, score: number, validation: Validation) => void,
): void {
  const { count } = tokens;
  for (let at = 0; at < count; ) {
    const type = typeAt(beliefs, at);
    if (type === 0) {
      at += 1;
      continue;
    }
    const values = type === 1 ? beliefs.person : type === 2 ? beliefs.place : beliefs.organisation;
    let end = at + 1;
    let sum = values[at] as number;
    let source = beliefs.source[at] as number;
    while (end < count && beliefs.begins[end] === 0 && tokens.gap[end] !== GAP.hard && typeAt(beliefs, end) === type) {
      sum += values[end] as number;
      source = Math.max(source, beliefs.source[end] as number);
      end += 1;
    }
    const validation = source === FROM_CONTEXT ? "context" : source === FROM_MEMORY ? "memory" : "model";
    emit(TYPES[type] ?? "", tokens.start[at] as number, tokens.end[end - 1] as number, sum / (end - at), validation);
    at = end;
  }
}
