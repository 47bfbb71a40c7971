/**
 * **Numbering plans**: which digits are a telephone number, by country code
 *
 * One automaton over the digits of national numbers for all countries together, so that a number is
 * held against a plan in as many steps as it has digits, without a regular expression. The table is
 * unpacked when the first number asks for it.
 */
import { PHONE_PLANS, PHONE_STATES } from "./phone-table.ts";

/** What a number is, as bits: a plan may give the same numbers to several. */
export const KIND_MOBILE = 1;
export const KIND_FIXED = 2;
/** Toll-free, premium, shared cost, internet, pager and others. */
export const KIND_OTHER = 4;

export interface PhonePlan {
  /** The country code, by which it is called from abroad. */
  readonly code: number;
  readonly start: number;
  /** What is dialled before a national number inside the country, as digits; often `0`. */
  readonly prefix: readonly number[];
}

interface Plans {
  readonly byCode: ReadonlyMap<number, PhonePlan>;
  readonly kinds: Uint8Array;
  /** Ten targets per state; state 0 leads nowhere. */
  readonly targets: Uint16Array;
}

let unpacked: Plans | undefined;

function plans(): Plans {
  unpacked ??= unpack();
  return unpacked;
}

export function planOf(code: number): PhonePlan | undefined {
  return plans().byCode.get(code);
}

/**
 * What the digits `[from, to)` are as a national number of the plan; 0 if they are none.
 * @param digits values from 0 to 9
 */
export function kindOf(plan: PhonePlan, digits: ArrayLike<number>, from: number, to: number): number {
  const { kinds, targets } = plans();
  let state = plan.start;
  for (let at = from; at < to && state !== 0; at += 1) state = targets[state * 10 + (digits[at] ?? 0)] ?? 0;
  return kinds[state] ?? 0;
}

function unpack(): Plans {
  const byCode = new Map<number, PhonePlan>();
  for (const plan of PHONE_PLANS.split(" ")) {
    const [code = "", start = "", prefix = ""] = plan.split(":");
    byCode.set(Number(code), {
      code: Number(code),
      start: Number(start),
      prefix: Array.from(prefix, Number),
    });
  }
  const kinds: number[] = [];
  const targets: number[] = [];
  let at = 0;
  const read = (count: number): number => {
    let value = 0;
    for (let index = 0; index < count; index += 1) {
      value = (value << 6) | sextet(PHONE_STATES.charCodeAt(at));
      at += 1;
    }
    return value;
  };
  while (at < PHONE_STATES.length) {
    const head = read(1);
    const base = targets.length;
    kinds.push(head >> 3);
    for (let digit = 0; digit < 10; digit += 1) targets.push(0);
    const count = (head & 7) === 7 ? read(1) : head & 7;
    for (let edge = 0; edge < count; edge += 1) {
      const mask = read(2);
      const target = read((mask & LONG) === 0 ? 2 : 3);
      for (let digit = 0; digit < 10; digit += 1)
        if ((mask & (1 << digit)) !== 0) targets[base + digit] = target;
    }
  }
  return { byCode, kinds: Uint8Array.from(kinds), targets: Uint16Array.from(targets) };
}

/** Marks a target of three characters. */
const LONG = 1 << 11;

/** The value of a base 64 character. */
function sextet(character: number): number {
  if (character >= 0x61) return character - 0x61 + 26;
  if (character >= 0x41) return character - 0x41;
  if (character >= 0x30) return character - 0x30 + 52;
  return character === 0x2b ? 62 : 63;
}
