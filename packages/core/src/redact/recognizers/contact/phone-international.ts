/** Numbers with a country code: `+44 20 7946 0958`, `0049 (0)30 1234567`. */
import type { NumberRun } from "../../scan/number-run.ts";
import type { Text } from "../../scan/text.ts";
import { APART, isEnclosed, joint, sizeOf } from "../number-window.ts";
import { kindOf, type PhonePlan, planOf } from "./phone-plan.ts";

/** E.164: fifteen digits with the country code. */
const MAX = 15;
/** Short enough for the islands with four digits; what fits no plan must be longer. */
const MIN_VALID = 6;
const MIN_UNKNOWN = 9;

const digits = new Uint8Array(48);
const sizes = new Uint8Array(12);

export interface International {
  /** Group after the last; 0 if there is no such number. */
  after: number;
  valid: boolean;
}

const NONE: International = { after: 0, valid: false };

/**
 * The longest number that begins with the country code in group `first`.
 * @param skip digits before the code: 2 for `00`
 */
export function international(text: Text, run: NumberRun, first: number, skip: number): International {
  let count = 0;
  let groups = first;
  for (; groups < run.count; groups += 1) {
    if (groups > first && (joint(text, run, groups) & APART) !== 0) break;
    const isTrunk =
      groups > first &&
      sizeOf(run, groups) === 1 &&
      run.digits[run.from[groups] ?? 0] === 0 &&
      isEnclosed(text, run, groups);
    const from = (run.from[groups] ?? 0) + (groups === first ? skip : 0);
    const to = run.from[groups + 1] ?? 0;
    if (count + to - from > MAX) break;
    if (!isTrunk) for (let at = from; at < to; at += 1) digits[count++] = run.digits[at] ?? 0;
    sizes[groups] = count;
  }
  const plan = planAt(count);
  if (plan === undefined) return NONE;
  const code = plan.code > 99 ? 3 : plan.code > 9 ? 2 : 1;
  for (let after = groups; after > first; after -= 1) {
    const size = sizes[after - 1] ?? 0;
    if (size >= MIN_VALID && isValid(plan, code, size)) return { after, valid: true };
  }
  for (let after = groups; after > first; after -= 1) {
    const size = sizes[after - 1] ?? 0;
    if (size < MIN_UNKNOWN) break;
    if (after === first + 1 || size - (sizes[after - 2] ?? 0) >= 2) return { after, valid: false };
  }
  return NONE;
}

function planAt(count: number): PhonePlan | undefined {
  let code = 0;
  for (let size = 1; size <= 3 && size < count; size += 1) {
    code = code * 10 + (digits[size - 1] ?? 0);
    if (code === 0) return undefined;
    const plan = planOf(code);
    if (plan !== undefined) return plan;
  }
  return undefined;
}

function isValid(plan: PhonePlan, code: number, size: number): boolean {
  if (kindOf(plan, digits, code, size) !== 0) return true;
  // People leave the national prefix in: `+44 020 7946 0958`.
  const { prefix } = plan;
  if (prefix.length === 0 || prefix.some((digit, index) => digits[code + index] !== digit)) return false;
  return kindOf(plan, digits, code + prefix.length, size) !== 0;
}
