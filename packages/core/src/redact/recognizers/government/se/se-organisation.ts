/** Swedish organisation numbers: ten digits by Luhn, the third and fourth at least 20 (Bolagsverket). */
import type { Recognizer } from "../../recognizer.ts";
import { two } from "../check/calendar.ts";
import { luhn } from "../check/luhn.ts";
import { numberId } from "../form/number-id.ts";

export const seOrganisation: Recognizer = numberId({
  name: "se-organisation",
  type: "GOVERNMENT_ID",
  forms: { "6-4": 0.7, "10": 0.3 },
  validation: "checksum",
  words: [
    "organisationsnummer",
    "org.nr",
    "orgnr",
    "org nr",
    "org.nummer",
    "org-nr",
    "organisation number",
    "organization number",
  ],
  check: (digits, from) => digits[from] !== 0 && two(digits, from + 2) >= 20 && luhn(digits, from, 10),
});
