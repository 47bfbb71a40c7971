/**
 * Numbers of banks and branches: US routing numbers (with their check digit), UK sort codes, and what
 * other countries call theirs. All but the first have no check digit: the word decides.
 */
import { isBoundary, isDigit, lower } from "../../scan/bytes.ts";
import { contextWords, hasContext, LABEL, NEAR } from "../../scan/context.ts";
import type { NumberRun } from "../../scan/number-run.ts";
import type { Text } from "../../scan/text.ts";
import { listed } from "../listed.ts";
import { closes, joint, opens, shapeOf } from "../number-window.ts";
import type { Emit, Recognizer } from "../recognizer.ts";

const AMERICAN = contextWords(listed("routing, aba, rtn, transit, ach, wire, bank, checking, fedwire"));
const SORT_CODE = contextWords(["sort code", "sort-code", "sortcode", "sort_code", "sc"]);
const BSB = contextWords(["bsb"]);
const GERMAN = contextWords(["BLZ", "Bankleitzahl", "Blz"]);
const INDIAN = contextWords(["ifsc", "neft", "rtgs", "imps"]);
const HYPHEN_JOINT = 2;

export const routingNumber: Recognizer = {
  name: "routing-number",
  types: ["ROUTING_NUMBER"],
  digits: { min: 6, max: 9 },
  atNumber(text: Text, run: NumberRun, emit: Emit): void {
    for (let first = 0; first < run.count; first += 1) {
      for (let after = first + 1; after <= Math.min(run.count, first + 3); after += 1) {
        const total = (run.from[after] ?? 0) - (run.from[first] ?? 0);
        if (total > 9) break;
        if (total < 6 || total === 7) continue;
        const start = run.starts[first] ?? 0;
        const end = run.ends[after - 1] ?? 0;
        if (first === 0 ? !opens(text, start) : joint(text, run, first) !== 1) continue;
        if (after === run.count ? !closes(text, end) : joint(text, run, after) !== 1) continue;
        if (isRouting(text, run, first, after, total, start, end, emit)) return;
      }
    }
  },
  // IFSC: four letters of the bank, a zero, six characters of the branch.
  token: { min: 11, max: 11 },
  atToken(text: Text, start: number, end: number, emit: Emit): void {
    const { bytes } = text;
    if (bytes[start + 4] !== 0x30 || !isBoundary(bytes, end)) return;
    for (let at = start; at < start + 4; at += 1) {
      const letter = lower(bytes[at] ?? 0);
      if (letter < 0x61 || letter > 0x7a) return;
    }
    let digits = 0;
    for (let at = start + 5; at < end; at += 1) digits += isDigit(bytes[at]) ? 1 : 0;
    if (digits >= 3 && hasContext(text, start, end, INDIAN, NEAR))
      emit("ROUTING_NUMBER", start, end, 0.85, "context");
  },
};

function isRouting(
  text: Text,
  run: NumberRun,
  first: number,
  after: number,
  total: number,
  start: number,
  end: number,
  emit: Emit,
): boolean {
  const shape = shapeOf(run, first, after);
  const found = (score: number, how: "checksum" | "context" | "pattern"): boolean => {
    emit("ROUTING_NUMBER", start, end, score, how);
    return true;
  };
  if (total === 9) {
    if (!isAmerican(run, run.from[first] ?? 0)) return false;
    // `1234-5678-9` is how they stand on cheques.
    if (shape === 441 && joint(text, run, first + 1) === HYPHEN_JOINT) return found(0.6, "checksum");
    return after - first === 1 && hasContext(text, start, end, AMERICAN, NEAR) && found(0.9, "checksum");
  }
  if (total === 6) {
    const isGrouped = shape === 222;
    if ((isGrouped || shape === 6) && hasContext(text, start, end, SORT_CODE, LABEL))
      return found(0.9, "context");
    return (shape === 33 || shape === 6) && hasContext(text, start, end, BSB, LABEL) && found(0.9, "context");
  }
  return (
    (shape === 8 || shape === 332) && hasContext(text, start, end, GERMAN, LABEL) && found(0.9, "context")
  );
}

/** Weights 3, 7, 1; the first two digits are a Federal Reserve district or its variants. */
function isAmerican(run: NumberRun, from: number): boolean {
  const digit = (index: number): number => run.digits[from + index] ?? 0;
  const district = digit(0) * 10 + digit(1);
  const isDistrict =
    district <= 12 ||
    (district >= 21 && district <= 32) ||
    (district >= 61 && district <= 72) ||
    district === 80;
  if (!isDistrict) return false;
  const sum =
    3 * (digit(0) + digit(3) + digit(6)) +
    7 * (digit(1) + digit(4) + digit(7)) +
    digit(2) +
    digit(5) +
    digit(8);
  return sum > 0 && sum % 10 === 0;
}
