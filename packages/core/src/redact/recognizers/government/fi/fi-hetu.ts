/**
 * Finnish personal identity codes: birth date, a sign for the century (new ones since 2023), three digits,
 * a check sign by 31 (Digital and Population Data Services Agency).
 */
import { asciiOf, is, isDigit, LETTER, WORD } from "../../../scan/bytes.ts";
import type { Text } from "../../../scan/text.ts";
import type { Emit, Recognizer } from "../../recognizer.ts";
import { isMonthDay } from "../check/calendar.ts";

const SIGNS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
/** `+` is 1800, `-` and U to Y are 1900, A to F 2000. */
const CENTURIES = "+-YXWVUABCDEF";
const SIZE = 11;
const DATE = 6;

export const fiHetu: Recognizer = {
  name: "fi-hetu",
  types: ["FI_HETU"],
  // With a letter for the century it is one token, perhaps with a label glued to it; else digits come first.
  token: { min: SIZE, max: 2 * SIZE },
  atToken(text, start, end, emit) {
    if (isDigit(text.bytes[start])) {
      if (end - start === SIZE) attempt(text, start, emit);
      return;
    }
    const from = end - SIZE;
    for (let at = start; at < from; at += 1) if (!is(text.bytes, at, LETTER)) return;
    if (from > start) attempt(text, from, emit);
  },
  digits: { min: DATE, max: DATE + 3 },
  atNumber(text, run, emit) {
    for (let group = 0; group < run.count; group += 1) {
      const start = run.starts[group] ?? 0;
      if ((run.ends[group] ?? 0) - start === DATE) attempt(text, start, emit);
    }
  },
};

function attempt({ bytes, end: limit }: Text, start: number, emit: Emit): void {
  const end = start + SIZE;
  if (end > limit || !is(bytes, start + SIZE - 1, WORD) || (end < limit && is(bytes, end, WORD))) return;
  const value = asciiOf(bytes, start, end).toUpperCase();
  if (!/^[0-3][0-9][01][0-9]{3}.[0-9]{3}[0-9A-Y]$/.test(value) || !CENTURIES.includes(value[DATE] ?? "?"))
    return;
  if (!isMonthDay(Number(value.slice(2, 4)), Number(value.slice(0, 2)))) return;
  const sign = SIGNS[Number(value.slice(0, DATE) + value.slice(7, 10)) % 31];
  if (sign === value[10]) emit("FI_HETU", start, end, 0.95, "checksum");
}
