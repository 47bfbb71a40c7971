/** Entries in the German commercial and other registers: HRA, HRB, GnR, PR, VR and a number. */
import { is, isDigit, WORD } from "../../../scan/bytes.ts";
import type { Recognizer } from "../../recognizer.ts";

const MAX_DIGITS = 6;
const SPACE = 0x20;
const LETTERS = 3;

export const deRegister: Recognizer = {
  name: "de-register",
  types: ["GOVERNMENT_ID"],
  literals: ["HRB", "HRA", "GnR"].map((text) => ({ text, ignoreCase: true, wordStart: true })),
  atLiteral({ bytes, end: limit }, start, end, _literal, emit) {
    let at = end;
    if (bytes[at] === SPACE) at += 1;
    const digits = at;
    while (at < limit && at - digits <= MAX_DIGITS && isDigit(bytes[at])) at += 1;
    if (at === digits || at - digits > MAX_DIGITS) return;
    // Some courts add a letter or two.
    if (bytes[at] === SPACE && is(bytes, at + 1, 2) && !is(bytes, at + 2, WORD)) at += 2;
    if (at < limit && is(bytes, at, WORD)) return;
    const isCapital = is(bytes, start, 2) && is(bytes, start + LETTERS - 1, 2);
    emit("GOVERNMENT_ID", start, at, isCapital ? 0.7 : 0.5, "structure");
  },
};
