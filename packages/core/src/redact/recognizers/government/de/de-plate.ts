/** German number plates: district, one or two letters, up to four digits, perhaps E or H (section 9 FZV). */
import { CLASS, is, isBoundary, isDigit, UPPER, WIDE, WORD } from "../../../scan/bytes.ts";
import { contextWords, hasContext } from "../../../scan/context.ts";
import type { NumberRun } from "../../../scan/number-run.ts";
import { HARD, type Text } from "../../../scan/text.ts";
import type { Emit, Recognizer } from "../../recognizer.ts";
import { DE_DISTRICTS } from "./de-plate-districts.ts";

const MAX_DIGITS = 4;
/** An umlaut takes two bytes. */
const MAX_DISTRICT = 4;
const decoder = new TextDecoder();
const words = contextWords([
  "kennzeichen",
  "kfz",
  "kfz-kennzeichen",
  "nummernschild",
  "fahrzeug",
  "fahrzeugs",
  "auto",
  "pkw",
  "wagen",
  "zulassung",
  "halter",
  "fahrzeughalter",
  "autokennzeichen",
  "lkw",
  "motorrad",
  "number plate",
  "license plate",
  "licence plate",
]);

export const dePlate: Recognizer = {
  name: "de-plate",
  types: ["VEHICLE"],
  digits: { min: 1, max: MAX_DIGITS },
  atNumber(text: Text, run: NumberRun, emit: Emit): void {
    const { bytes } = text;
    const digits = run.starts[0] ?? 0;
    let end = run.ends[0] ?? 0;
    if (end - digits > MAX_DIGITS || digits - 2 < text.start || bytes[digits] === 0x30) return;
    const joint = bytes[digits - 1];
    if ((joint !== 0x20 && joint !== 0x2d) || !is(bytes, digits - 2, UPPER)) return;
    // The letters before the digits, then what joins them to the district.
    let letters = digits - 2;
    if (letters > text.start && is(bytes, letters - 1, UPPER)) letters -= 1;
    const seam = bytes[letters - 1];
    if (letters - 2 < text.start || (seam !== 0x20 && seam !== 0x2d)) return;
    let start = letters - 1;
    while (start > text.start && letters - 1 - start < MAX_DISTRICT && isDistrictByte(bytes[start - 1]))
      start -= 1;
    if (start === letters - 1 || (start > text.start && !isBoundary(bytes, start - 1))) return;
    if (!DE_DISTRICTS.has(decoder.decode(bytes.subarray(start, letters - 1)))) return;
    if (end < text.end && (bytes[end] === 0x45 || bytes[end] === 0x48) && !is(bytes, end + 1, WORD)) end += 1;
    if (end < text.end && is(bytes, end, WORD)) return;
    if (run.count > 1 && (run.starts[1] ?? 0) === end + 1 && bytes[end] !== 0x20) return;
    const isNamed = hasContext(text, start, end, words);
    const bare = seam === 0x2d && joint === 0x20 ? 0.45 : seam === joint && end - digits > 1 ? 0.35 : 0.2;
    emit("VEHICLE", start, end, isNamed ? 0.9 : bare, isNamed ? "context" : "pattern");
  },
};

function isDistrictByte(byte: number | undefined): boolean {
  return byte !== undefined && !isDigit(byte) && ((CLASS[byte] ?? HARD) & (UPPER | WIDE)) !== 0;
}
