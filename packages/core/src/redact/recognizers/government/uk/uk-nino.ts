/** UK national insurance numbers: prefix rules of HMRC's manual NIM39110; the last letter is A to D. */
import type { Recognizer } from "../../recognizer.ts";
import { shapeId } from "../form/shape-id.ts";

const NEVER = new Set(["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"]);

export const ukNino: Recognizer = shapeId({
  name: "uk-nino",
  type: "UK_NINO",
  forms: { "FS~99~99~99~Q": 0.85 },
  classes: { F: "ABCEGHJKLMNOPRSTWXYZ", S: "ABCEGHJKLMNPRSTWXYZ", Q: "ABCD" },
  validation: "structure",
  anyCase: true,
  words: [
    "nino",
    "national insurance",
    "nationalinsurance*",
    "national_insurance*",
    "ni number",
    "ni no",
    "n.i.",
    "insurance number",
  ],
  check: (value) => !NEVER.has(value.slice(0, 2)),
});
