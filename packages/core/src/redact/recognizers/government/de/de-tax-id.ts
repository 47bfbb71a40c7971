/**
 * German tax identification numbers: eleven digits, ISO 7064 MOD 11,10; among the first ten one digit
 * stands twice or three times and the others once (section 139b AO). That none stands twice is the
 * form of examples only, and is taken as well.
 */
import type { Recognizer } from "../../recognizer.ts";
import { mod11And10 } from "../check/iso-7064.ts";
import { numberId } from "../form/number-id.ts";

const counts = new Uint8Array(10);

export const deTaxId: Recognizer = numberId({
  name: "de-tax-id",
  type: "DE_TAX_ID",
  forms: { "11": 0.75, "2 3 3 3": 0.85, "2-3-3-3": 0.7, "3 3 3 2": 0.7 },
  validation: "checksum",
  words: [
    "steuer-id",
    "steuerid",
    "steuer id",
    "steuer_id",
    "steueridentifikationsnummer",
    "steuer-identifikationsnummer",
    "steuerliche identifikationsnummer",
    "identifikationsnummer",
    "idnr",
    "id-nr",
    "tin",
    "tax id",
    "taxid",
    "tax-id",
    "steuernummer",
    "finanzamt",
  ],
  check(digits, from) {
    if (digits[from] === 0) return false;
    counts.fill(0);
    for (let index = 0; index < 10; index += 1) {
      const digit = digits[from + index] ?? 0;
      counts[digit] = (counts[digit] ?? 0) + 1;
    }
    let kinds = 0;
    let most = 0;
    for (const count of counts) {
      if (count > 0) kinds += 1;
      if (count > most) most = count;
    }
    const isFit = kinds === 10 || kinds === 9 || (kinds === 8 && most === 3);
    return isFit && mod11And10(digits, from, 11);
  },
});
