/** US provider numbers: ten digits, the first 1 or 2, Luhn's check with 80840 before them (45 CFR 162.406). */
import type { Recognizer } from "../../recognizer.ts";
import { luhnSum } from "../check/luhn.ts";
import { numberId } from "../form/number-id.ts";

/** What the digits 80840 add to Luhn's sum. */
const PREFIX = 24;

export const usNpi: Recognizer = numberId({
  name: "us-npi",
  type: "MEDICAL_ID",
  forms: { "10": 0.3, "4-3-3": 0.4, "4 3 3": 0.4 },
  validation: "checksum",
  words: ["npi", "npis", "national provider", "provider number", "provider id", "prescriber", "physician id"],
  check(digits, from) {
    const first = digits[from];
    if (first !== 1 && first !== 2) return false;
    return (luhnSum(digits, from, 10) + PREFIX) % 10 === 0;
  },
});
