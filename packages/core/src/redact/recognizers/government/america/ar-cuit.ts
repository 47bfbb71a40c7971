/** Argentine CUIT and CUIL: kind, document, check digit by 11 (AFIP); DNI beside a word. */
import type { Recognizer } from "../../recognizer.ts";
import { two } from "../check/calendar.ts";
import { isSpread } from "../check/spread.ts";
import { weighted } from "../check/weighted.ts";
import { anyOf } from "../form/any-of.ts";
import { numberId } from "../form/number-id.ts";

const WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const KINDS = new Set([20, 23, 24, 25, 26, 27, 30, 33, 34]);

export const arCuit: Recognizer = anyOf("ar-cuit", [
  numberId({
    name: "ar-cuit",
    type: "GOVERNMENT_ID",
    forms: { "2-8-1": 0.95, "11": 0.5, "2 8 1": 0.8 },
    validation: "checksum",
    words: ["cuit", "cuil", "c.u.i.t", "afip"],
    check: (digits, from) =>
      KINDS.has(two(digits, from)) &&
      (11 - (weighted(digits, from, WEIGHTS) % 11)) % 11 === digits[from + 10],
  }),
  numberId({
    name: "ar-cuit",
    type: "GOVERNMENT_ID",
    forms: { "2.3.3": 0.2, "8": 0 },
    validation: "structure",
    words: ["dni", "d.n.i", "documento nacional", "documento"],
    check: isSpread,
  }),
]);
