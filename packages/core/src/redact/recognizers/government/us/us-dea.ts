/** US drug enforcement numbers: a letter for the kind, one for the name (or 9), seven digits with a check digit. */
import type { Recognizer } from "../../recognizer.ts";
import { digitsOf } from "../check/digits-of.ts";
import { shapeId } from "../form/shape-id.ts";

export const usDea: Recognizer = shapeId({
  name: "us-dea",
  type: "MEDICAL_ID",
  forms: { KL9999999: 0.45 },
  classes: { K: "ABCDEFGHJKLMPRSTUX", L: "ABCDEFGHIJKLMNOPQRSTUVWXYZ9" },
  validation: "checksum",
  words: ["dea", "prescriber", "drug enforcement", "certificate number", "controlled substance*"],
  check(value) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, check = 0] = digitsOf(value.slice(2));
    return (a + c + e + 2 * (b + d + f)) % 10 === check;
  },
});
