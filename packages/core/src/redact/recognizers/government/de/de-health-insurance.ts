/** German health insurance numbers (KVNR): a letter and nine digits, the last a check digit (section 290 SGB V). */
import type { Recognizer } from "../../recognizer.ts";
import { digitsOf } from "../check/digits-of.ts";
import { luhnSum } from "../check/luhn.ts";
import { shapeId } from "../form/shape-id.ts";

export const deHealthInsurance: Recognizer = shapeId({
  name: "de-health-insurance",
  type: "MEDICAL_ID",
  forms: { A999999999: 0.45 },
  validation: "checksum",
  words: [
    "kvnr",
    "krankenversicherung*",
    "krankenkasse*",
    "versichertennummer",
    "krankenversichertennummer",
    "egk",
    "gesundheitskarte",
    "versicherten-nr",
    "krankenkassennummer",
    "health insurance",
  ],
  check(value) {
    const letter = String(value.charCodeAt(0) - 64).padStart(2, "0");
    // Luhn's sum without its check digit's share: the letter counts as two digits, the second of each pair twice.
    const digits = digitsOf(letter + value.slice(1, 9));
    return luhnSum([...digits, 0], 0, 11) % 10 === Number(value[9]);
  },
});
