/** US individual taxpayer numbers: 9, then a group of 50-65, 70-88, 90-92 or 94-99 (IRS Publication 1915). */
import type { Recognizer } from "../../recognizer.ts";
import { two } from "../check/calendar.ts";
import { numberId } from "../form/number-id.ts";

export const usItin: Recognizer = numberId({
  name: "us-itin",
  type: "US_ITIN",
  forms: { "3-2-4": 0.8, "3 2 4": 0.6, "3-6": 0.4, "5-4": 0.3, "9": 0.2 },
  validation: "structure",
  withContext: 0.95,
  words: [
    "itin",
    "itins",
    "individual taxpayer",
    "taxpayer identification",
    "taxpayer id",
    "tax id",
    "taxid",
    "tax_id",
    "tin",
  ],
  check(digits, from) {
    if (digits[from] !== 9) return false;
    const group = two(digits, from + 3);
    return (group >= 50 && group <= 65) || (group >= 70 && group <= 88) || (group >= 90 && group !== 93);
  },
});
