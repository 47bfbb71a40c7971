/**
 * Whether a value is a value of its own, and not a piece of a path, a file name, a sum of money, an
 * address on the web or a longer code. Asked only where no word beside it says what it is.
 */
import { is, isDigit, WORD } from "../../../scan/bytes.ts";
import type { Text } from "../../../scan/text.ts";

/** Bytes that tie a value to what stands beyond them: `_ - . / \ + @ , & ~` and the colon. */
const TIES = new Uint8Array(256);
for (const byte of new TextEncoder().encode("_-./\\+@,&~:")) TIES[byte] = 1;
const PLUS = 0x2b;
const DOLLAR = 0x24;
const PERCENT = 0x25;
const UNDERSCORE = 0x5f;
const COLON = 0x3a;
const COMMA = 0x2c;
/** Last bytes of the signs for euro, pound and yen in UTF-8, each with the byte before it. */
const CURRENCY: readonly (readonly [number, number])[] = [
  [0x82, 0xac],
  [0xc2, 0xa3],
  [0xc2, 0xa5],
];

export function standsAlone({ bytes, start: first, end: last }: Text, start: number, end: number): boolean {
  const before = start > first ? bytes[start - 1] : undefined;
  const after = end < last ? bytes[end] : undefined;
  if (before === PLUS || before === DOLLAR || before === UNDERSCORE) return false;
  if (after === PERCENT || after === UNDERSCORE) return false;
  if (before !== undefined && start - 2 >= first) {
    const beyond = bytes[start - 2];
    if (CURRENCY.some(([one, other]) => one === beyond && other === before)) return false;
    // `ID:123` is a label, `10:123` and `a,123` may be anything; a comma ties digits only.
    if (
      before === COLON || before === COMMA ? isDigit(beyond) : isTie(before) && is(bytes, start - 2, WORD)
    ) {
      return false;
    }
  }
  if (after === undefined || !isTie(after) || end + 1 >= last) return true;
  return after === COMMA ? !isDigit(bytes[end + 1]) : !is(bytes, end + 1, WORD);
}

function isTie(byte: number): boolean {
  return TIES[byte] === 1;
}
