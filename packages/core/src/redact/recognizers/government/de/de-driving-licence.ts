/** German driving licence numbers: eleven signs, the authority's letters first; the form alone says little. */
import type { Recognizer } from "../../recognizer.ts";
import { shapeId } from "../form/shape-id.ts";

export const deDrivingLicence: Recognizer = shapeId({
  name: "de-driving-licence",
  type: "DRIVING_LICENCE",
  forms: { AA99999999X: 0.3, AXXXXXXXX9X: 0 },
  validation: "pattern",
  words: [
    "führerschein*",
    "fuehrerschein*",
    "führerscheinnummer",
    "fahrerlaubnis*",
    "driving licence",
    "driver's license",
    "driving license",
  ],
});
