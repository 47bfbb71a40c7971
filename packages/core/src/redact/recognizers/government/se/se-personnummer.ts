/**
 * Swedish personal numbers: birth date (day, or day + 60), three digits, Luhn over the last ten; a plus
 * for those over a hundred years. Firms' numbers look the same with a "month" of 20 or more (Skatteverket).
 */
import { is, isBoundary, isDigit, LETTER } from "../../../scan/bytes.ts";
import type { Recognizer } from "../../recognizer.ts";
import { isDay, isMonthDay, two } from "../check/calendar.ts";
import { luhn } from "../check/luhn.ts";
import { anyOf } from "../form/any-of.ts";
import { numberId } from "../form/number-id.ts";

const words = [
  "personnummer",
  "personnr",
  "pnr",
  "person-nr",
  "samordningsnummer",
  "personal identity",
  "personal number",
  "id code",
  "födelsenummer",
  "swedish id",
];
const LONG = 12;
const MAX_LABEL = 12;

/** What stands glued to its label: `pnr199003052397`. */
const glued: Recognizer = {
  name: "se-personnummer",
  types: ["SE_PERSONNUMMER"],
  token: { min: LONG + 1, max: LONG + MAX_LABEL },
  atToken({ bytes, end: limit }, start, end, emit) {
    const from = end - LONG;
    if ((end < limit && !isBoundary(bytes, end)) || !is(bytes, from - 1, LETTER)) return;
    for (let at = start; at < from; at += 1) if (!is(bytes, at, LETTER)) return;
    const digits: number[] = [];
    for (let at = from; at < end; at += 1) {
      if (!isDigit(bytes[at])) return;
      digits.push((bytes[at] ?? 0) - 0x30);
    }
    if (isPersonnummer(digits, 0, LONG)) emit("SE_PERSONNUMMER", from, end, 0.7, "checksum");
  },
};

export const sePersonnummer: Recognizer = anyOf("se-personnummer", [
  numberId({
    name: "se-personnummer",
    type: "SE_PERSONNUMMER",
    forms: { "6-4": 0.8, "8-4": 0.95, "12": 0.75, "10": 0.4, "8 4": 0.6 },
    validation: "checksum",
    words,
    check: isPersonnummer,
  }),
  glued,
]);

function isPersonnummer(digits: ArrayLike<number>, from: number, size: number): boolean {
  const short = from + size - 10;
  const day = two(digits, short + 4) % 60;
  const month = two(digits, short + 2);
  if (size === LONG) {
    const century = two(digits, from);
    if (century < 18 || century > 20 || !isDay(century * 100 + two(digits, short), month, day)) return false;
  } else if (!isMonthDay(month, day)) return false;
  return luhn(digits, short, 10);
}
