/** Israeli identity numbers (teudat zehut): nine digits, weights 1 and 2 from the left, as Luhn's. */
import type { Recognizer } from "../../recognizer.ts";
import { luhn } from "../check/luhn.ts";
import { isSpread } from "../check/spread.ts";
import { numberId } from "../form/number-id.ts";

export const ilId: Recognizer = numberId({
  name: "il-id",
  type: "GOVERNMENT_ID",
  forms: { "9": 0.1, "8-1": 0.3 },
  validation: "checksum",
  words: ["תעודת זהות*", "ת.ז*", "ת״ז*", "מספר זהות*", "teudat zehut", "israeli id"],
  check: (digits, from) => isSpread(digits, from, 9) && luhn(digits, from, 9),
});
