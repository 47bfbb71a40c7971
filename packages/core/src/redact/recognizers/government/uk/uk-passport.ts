/** UK passport numbers: two letters and seven digits, or nine digits, without a check digit; so only beside a word. */
import type { Recognizer } from "../../recognizer.ts";
import { shapeId } from "../form/shape-id.ts";

export const ukPassport: Recognizer = shapeId({
  name: "uk-passport",
  type: "PASSPORT",
  forms: { AA9999999: 0.2 },
  validation: "pattern",
  words: [
    "passport",
    "passports",
    "travel document",
    "hmpo",
    "passportnumber",
    "passport_number",
    "passportno",
  ],
});
