/**
 * Number plates of any state, by their label; and those of France, Italy, Spain and the Netherlands, whose
 * forms are few. Up to four groups of letters and digits, both of which must occur.
 */
import { asciiOf, DIGIT, is, UPPER, WORD } from "../../../scan/bytes.ts";
import { HARD, type Text } from "../../../scan/text.ts";
import type { Emit, Recognizer } from "../../recognizer.ts";

const LABELS = [
  "license plate",
  "licence plate",
  "number plate",
  "plate number",
  "plate no",
  "licenseplate",
  "license_plate",
  "platenumber",
  "kennzeichen",
  "nummernschild",
  "immatriculation",
  "plaque",
  "matrícula",
  "matricula",
  "placa",
  "targa",
  "kenteken",
  "plaka",
];
const MAX_GAP = 24;
const MAX_WORDS = 3;
const MIN_SIGNS = 4;
const MAX_SIGNS = 9;
const MAX_GROUPS = 4;
const BETWEEN = new Uint8Array(256);
for (const byte of new TextEncoder().encode(" :=#\"'()\t")) BETWEEN[byte] = 1;

export const plate: Recognizer = {
  name: "plate",
  types: ["VEHICLE"],
  literals: LABELS.map((text) => ({ text, ignoreCase: true, wordStart: true })),
  atLiteral(text: Text, _start: number, end: number, _literal: number, emit: Emit): void {
    const { bytes } = text;
    const limit = Math.min(text.end, end + MAX_GAP);
    let at = end;
    let words = 0;
    while (at < limit && words <= MAX_WORDS) {
      if (BETWEEN[bytes[at] ?? HARD] === 1) {
        at += 1;
        continue;
      }
      if (!is(bytes, at, WORD)) return;
      const stop = plateEnd(text, at);
      if (stop > at) {
        emit("VEHICLE", at, stop, 0.8, "context");
        return;
      }
      while (at < limit && is(bytes, at, WORD)) at += 1;
      words += 1;
    }
  },
};

/** The end of a plate that begins at `start`, or `start`. */
function plateEnd({ bytes, end: limit }: Text, start: number): number {
  let at = start;
  let groups = 0;
  let best = start;
  while (at < limit && groups < MAX_GROUPS && is(bytes, at, DIGIT | UPPER)) {
    let stop = at;
    while (stop < limit && is(bytes, stop, DIGIT | UPPER)) stop += 1;
    if (stop < limit && is(bytes, stop, WORD)) break;
    groups += 1;
    const value = asciiOf(bytes, start, stop).replaceAll(/[^A-Z0-9]/g, "");
    if (value.length > MAX_SIGNS) break;
    if (value.length >= MIN_SIGNS && /[A-Z]/.test(value) && /[0-9]{2}/.test(value)) best = stop;
    const joint = bytes[stop];
    if (joint !== 0x20 && joint !== 0x2d) break;
    at = stop + 1;
  }
  return best;
}
