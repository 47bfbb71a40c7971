/**
 * Beliefs -> **spans**
 *
 * Neighbouring tokens that are believed to be of one type are a name, up to where another begins. A
 * small word (`de`, `bin`) holds a name together and never ends one.
 */
import type { Validation } from "../entity.ts";
import { type Beliefs, FROM_CONTEXT, FROM_MEMORY, FROM_MODEL } from "./beliefs.ts";
import { LEX } from "./lexicon.ts";
import { CONNECTOR } from "./segments.ts";
import { GAP, SHAPE, type Tokens } from "./tokens.ts";

/** Below this nothing is reported; a profile decides from where on it acts. */
const LEAST = 0.25;
const PERSON = 1;
const PLACE = 2;
const ORGANISATION = 3;
const TYPES = ["", "PERSON", "LOCATION", "ORGANISATION"] as const;

/**
 * What the tagger believes is brought to one scale, so that a profile's 0.5 does for all types: from here
 * on about four of five persons and three of four organisations are right on text that was not learnt.
 */
const EVEN = [0, 0.41, 0.45, 0.7] as const;

function scoreOf(type: number, belief: number): number {
  const even = EVEN[type] ?? 0.5;
  return belief < even ? (belief / even) * 0.5 : 0.5 + ((belief - even) / (1 - even)) * 0.5;
}

function typeAt(beliefs: Beliefs, at: number): number {
  const person = beliefs.person[at] as number;
  const place = beliefs.place[at] as number;
  const organisation = beliefs.organisation[at] as number;
  const most = Math.max(person, place, organisation);
  if (most < LEAST) return 0;
  return most === person ? PERSON : most === place ? PLACE : ORGANISATION;
}

const SHORT = 3;
const SURE = 0.95;

/** Whether what stands before token `at` may stand inside a name. */
export function joins({ bytes, gap, shape, start, end }: Tokens, at: number): boolean {
  const kind = gap[at] as number;
  const from = end[at - 1] as number;
  const to = start[at] as number;
  if (kind === GAP.dot) {
    // `J. R. Smith` and `St. John`, but a sentence ends a name.
    if (shape[at - 1] !== SHAPE.initial && from - (start[at - 1] as number) > SHORT) return false;
  } else if (
    kind !== GAP.space &&
    kind !== GAP.hyphen &&
    kind !== GAP.apostrophe &&
    kind !== GAP.dotTight &&
    kind !== GAP.ampersand
  ) {
    return false;
  }
  for (let index = from; to - from > 1 && index < to; index += 1) {
    if (ENDS[bytes[index] as number] === 1 || isSymbol(bytes, index)) return false;
  }
  return true;
}

/** `Claude Code`: a product, and words that are no names of persons. */
function isOfProduct(codes: Uint16Array, from: number, to: number): boolean {
  if (((codes[from] as number) & LEX.product) === 0) return false;
  for (let at = from + 1; at <= to; at += 1) {
    const code = codes[at] as number;
    if ((code & (LEX.product | LEX.common)) === 0 || (code & LEX.first) !== 0) return false;
  }
  return true;
}

/** `Claude`, `Docker`, `Advisers`: alone, and with nothing else that says so, no person. */
function isNoPerson(code: number): boolean {
  return (code & LEX.product) !== 0 || ((code & LEX.role) !== 0 && (code & (LEX.first | LEX.last)) === 0);
}

function isOnlyProduct(code: number): boolean {
  return (code & LEX.product) !== 0 && (code & LEX.organisation) === 0;
}

/** The J of `J. R. Smith`, which looks like the number of a paragraph. */
function isInitialBefore({ gap, shape }: Tokens, at: number): boolean {
  return (
    shape[at] === SHAPE.initial &&
    shape[at - 1] === SHAPE.initial &&
    (gap[at] === GAP.dot || gap[at] === GAP.dotTight)
  );
}

/** Words of every day and no other. */
function isOrdinary(codes: Uint16Array, from: number, to: number): boolean {
  let code = LEX.common as number;
  let known = 0;
  for (let at = from; at <= to; at += 1) {
    code &= codes[at] as number;
    known |= codes[at] as number;
  }
  return (code & LEX.common) !== 0 && (known & (LEX.organisation | LEX.organisationWord | LEX.place)) === 0;
}

/** The O of `O'Neil`, the D of `D'Angelo`. */
function isElided({ gap, shape, start, end }: Tokens, at: number): boolean {
  return (
    gap[at] === GAP.apostrophe &&
    shape[at - 1] === SHAPE.initial &&
    (end[at - 1] as number) - (start[at - 1] as number) === 1
  );
}

/** `°`, `§` and the like, but not a space, a soft hyphen or the dot of `Paral·lel`. */
function isSymbol(bytes: Uint8Array, at: number): boolean {
  const next = bytes[at + 1];
  return bytes[at] === 0xc2 && next !== 0xa0 && next !== 0xad && next !== 0xb7;
}

/** Marks that no name goes across. */
const ENDS = new Uint8Array(256);
for (const mark of ['"', "(", ")", "[", "]", "{", "}", "<", ">", "\n", "\r", "|", ";", ":"])
  ENDS[mark.charCodeAt(0)] = 1;

export function spansOf(
  tokens: Tokens,
  beliefs: Beliefs,
  emit: (type: string, start: number, end: number, score: number, validation: Validation) => void,
): void {
  const { status } = beliefs;
  let done = -1;
  for (let index = 0; index < beliefs.candidates; index += 1) {
    const at = beliefs.list[index] as number;
    if (at < done) continue;
    const type = typeAt(beliefs, at);
    if (type === 0) continue;
    const values = type === PERSON ? beliefs.person : type === PLACE ? beliefs.place : beliefs.organisation;
    let end = at + 1;
    let last = at;
    let sum = values[at] as number;
    let source = beliefs.source[at] as number;
    while (end < tokens.count && typeAt(beliefs, end) === type && joins(tokens, end)) {
      const held = status[end - 1] === CONNECTOR && tokens.gap[end] === GAP.space;
      if (beliefs.begins[end] === 1 && !held) break;
      sum += values[end] as number;
      source = Math.max(source, beliefs.source[end] as number);
      if (status[end] !== CONNECTOR) last = end;
      end += 1;
    }
    done = end;
    if (status[last] === CONNECTOR) continue;
    if (type === PERSON && last === at && source === FROM_MODEL && isNoPerson(beliefs.codes[at] as number)) {
      continue;
    }
    if (type === PERSON && last > at && source !== FROM_CONTEXT && isOfProduct(beliefs.codes, at, last))
      continue;
    const share = sum / (end - at);
    // `Kids & Family`, `Country Club`: a heading, unless the tagger is sure.
    if (type !== PERSON && share < SURE && isOrdinary(beliefs.codes, at, last)) continue;
    if (type === ORGANISATION && last === at && isOnlyProduct(beliefs.codes[at] as number)) continue;
    let first = at;
    if (at > 0 && (isElided(tokens, at) || (type === PERSON && isInitialBefore(tokens, at)))) first = at - 1;
    const validation = source === FROM_CONTEXT ? "context" : source === FROM_MEMORY ? "memory" : "model";
    emit(
      TYPES[type] ?? "",
      tokens.start[first] as number,
      tokens.end[last] as number,
      scoreOf(type, Math.min(1, share)),
      validation,
    );
  }
}
