/** Spanish passport numbers: three letters and six digits, without a check digit; so only beside a word. */
import type { Recognizer } from "../../recognizer.ts";
import { shapeId } from "../form/shape-id.ts";

export const esPassport: Recognizer = shapeId({
  name: "es-passport",
  type: "PASSPORT",
  forms: { AAA999999: 0.2, AA999999: 0.1 },
  validation: "pattern",
  words: ["pasaporte", "pasaportes", "passport", "passeport", "reisepass", "documento de viaje"],
});
