/** Croatian OIB: eleven digits by ISO 7064 MOD 11,10 (Porezna uprava). */
import type { Recognizer } from "../../recognizer.ts";
import { mod11And10 } from "../check/iso-7064.ts";
import { isSpread } from "../check/spread.ts";
import { numberId } from "../form/number-id.ts";

export const hrOib: Recognizer = numberId({
  name: "hr-oib",
  type: "GOVERNMENT_ID",
  forms: { "11": 0.3 },
  validation: "checksum",
  words: ["oib", "osobni identifikacijski", "osobnog identifikacijskog"],
  check: (digits, from) => isSpread(digits, from, 11) && mod11And10(digits, from, 11),
});
