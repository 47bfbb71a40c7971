/** Swiss social insurance numbers (AHV, AVS): 756, nine digits, the check digit of EAN-13 (ZAS). */
import type { Recognizer } from "../../recognizer.ts";
import { numberId } from "../form/number-id.ts";

export const chAhv: Recognizer = numberId({
  name: "ch-ahv",
  type: "GOVERNMENT_ID",
  forms: { "3.4.4.2": 0.97, "3 4 4 2": 0.9, "3-4-4-2": 0.9, "13": 0.7 },
  validation: "checksum",
  words: [
    "ahv",
    "avs",
    "ahv-nr",
    "ahvn13",
    "avsn13",
    "sozialversicherungsnummer",
    "numéro avs",
    "numero avs",
  ],
  check(digits, from) {
    if (digits[from] !== 7 || digits[from + 1] !== 5 || digits[from + 2] !== 6) return false;
    let sum = 0;
    for (let index = 0; index < 13; index += 1)
      sum += (digits[from + index] ?? 0) * (index % 2 === 0 ? 1 : 3);
    return sum % 10 === 0;
  },
});
