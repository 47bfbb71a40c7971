/**
 * Numbers of German physicians (LANR: the seventh digit checks the first six) and practices (BSNR: no
 * check), by the health insurance funds' key tables; plain digits, so only beside a word.
 */
import type { Recognizer } from "../../recognizer.ts";
import { isSpread } from "../check/spread.ts";
import { weighted } from "../check/weighted.ts";
import { anyOf } from "../form/any-of.ts";
import { numberId } from "../form/number-id.ts";

const WEIGHTS = [4, 9, 4, 9, 4, 9];

export const dePractice: Recognizer = anyOf("de-practice", [
  numberId({
    name: "de-practice",
    type: "MEDICAL_ID",
    forms: { "9": 0.2, "7 2": 0.2 },
    validation: "checksum",
    words: ["lanr", "arztnummer", "arzt-nr", "arztnr", "lebenslange arztnummer", "vertragsarzt*"],
    check: (digits, from) =>
      (10 - (weighted(digits, from, WEIGHTS) % 10)) % 10 === digits[from + 6] && isSpread(digits, from, 9),
  }),
  numberId({
    name: "de-practice",
    type: "MEDICAL_ID",
    forms: { "9": 0.1 },
    validation: "structure",
    words: ["bsnr", "betriebsstättennummer", "betriebsstättennr", "betriebsstätte", "nebenbetriebsstätte"],
    check: isSpread,
  }),
]);
