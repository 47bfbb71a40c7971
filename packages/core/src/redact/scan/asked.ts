/**
 * Recognizer -> **Asked**: the same for all, with every field filled
 *
 * Recognizers have what they need and leave out the rest, so no two look alike to the engine, and each
 * look at one of a hundred of them is a search. Objects of one shape are read at a fixed place.
 */
import type { Literal, Recognizer } from "../recognizers/recognizer.ts";

const SPANS = 0;
export const FLAGS = 1;
export const REGIONS = 2;
export const DONE = 3;

export interface Asked {
  readonly name: string;
  /** What becomes of its findings: SPANS, FLAGS, REGIONS or DONE. */
  readonly kind: number;
  readonly literals: readonly Literal[];
  /** Fewest and most; a recognizer that does not ask for numbers has more than there can be. */
  readonly minDigits: number;
  readonly maxDigits: number;
  /** Bit n, below 32, for each number of digits n in between. */
  readonly sizes: number;
  readonly minToken: number;
  readonly maxToken: number;
  readonly atLiteral: NonNullable<Recognizer["atLiteral"]>;
  readonly atNumber: NonNullable<Recognizer["atNumber"]>;
  readonly atToken: NonNullable<Recognizer["atToken"]>;
}

const NEVER = Number.POSITIVE_INFINITY;
const nothing = (): void => undefined;

/** One for each of its parts, or for itself. */
export function allAsked(recognizer: Recognizer): readonly Asked[] {
  const { name, parts } = recognizer;
  if (parts === undefined) return [askedOf(recognizer)];
  return parts.flatMap((part) => allAsked({ ...part, name }));
}

function askedOf(recognizer: Recognizer): Asked {
  const { name, literals = [], digits, token, atLiteral, atNumber, atToken } = recognizer;
  return {
    name,
    kind: kindOf(recognizer),
    literals,
    minDigits: digits?.min ?? NEVER,
    maxDigits: digits?.max ?? 0,
    sizes: digits?.only ?? sizesOf(digits?.min ?? 1, digits?.max ?? 0),
    minToken: token?.min ?? NEVER,
    maxToken: token?.max ?? 0,
    atLiteral: atLiteral ?? nothing,
    atNumber: atNumber ?? nothing,
    atToken: atToken ?? nothing,
  };
}

function sizesOf(min: number, max: number): number {
  let bits = 0;
  for (let size = min; size <= Math.min(max, 31); size += 1) bits |= 1 << size;
  return bits;
}

function kindOf({ flags, regions, done }: Recognizer): number {
  if (flags === true) return FLAGS;
  if (regions === true) return REGIONS;
  return done === true ? DONE : SPANS;
}
