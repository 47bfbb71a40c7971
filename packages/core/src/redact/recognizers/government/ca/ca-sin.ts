/** Canadian social insurance numbers: nine digits by Luhn, the first not 0 or 8 (Service Canada). */
import type { Recognizer } from "../../recognizer.ts";
import { luhn } from "../check/luhn.ts";
import { isSpread } from "../check/spread.ts";
import { numberId } from "../form/number-id.ts";

export const caSin: Recognizer = numberId({
  name: "ca-sin",
  type: "CA_SIN",
  // Nine digits in threes are a telephone number in half of Europe; hyphens are not used there.
  forms: { "3-3-3": 0.6, "3 3 3": 0.4, "9": 0.2 },
  validation: "checksum",
  words: [
    "sin:",
    "sin number",
    "sin no",
    "sin #",
    "sin is",
    "my sin",
    'sin":',
    "sin'':",
    "sin'''':",
    "social insurance",
    "social-insurance",
    "social_insurance*",
    "socialinsurance*",
    "assurance sociale",
    "nas:",
    "nas :",
    "numéro d'assurance",
  ],
  check: (digits, from) =>
    digits[from] !== 0 && digits[from] !== 8 && isSpread(digits, from, 9) && luhn(digits, from, 9),
});
