/** US employer numbers: ten possible thousands of prefixes, no check digit; so only beside a word (IRS). */
import type { Recognizer } from "../../recognizer.ts";
import { isSpread } from "../check/spread.ts";
import { numberId } from "../form/number-id.ts";

export const usEin: Recognizer = numberId({
  name: "us-ein",
  type: "GOVERNMENT_ID",
  forms: { "2-7": 0.2 },
  validation: "structure",
  withContext: 0.85,
  words: [
    "ein",
    "fein",
    "employer identification",
    "employer id",
    "federal tax id",
    "tax id",
    "taxid",
    "tax_id",
  ],
  check: isSpread,
});
