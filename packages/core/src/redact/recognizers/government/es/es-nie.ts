/** Spanish numbers for foreigners: X, Y or Z (0, 1, 2), seven digits, and the letter of the DNI. */
import type { Recognizer } from "../../recognizer.ts";
import { shapeId } from "../form/shape-id.ts";
import { esLetter } from "./es-letter.ts";

export const esNie: Recognizer = shapeId({
  name: "es-nie",
  type: "ES_NIE",
  forms: { "F~9999999~L": 0.9, "F~99999999~L": 0.7 },
  classes: { F: "XYZ", L: "TRWAGMYFPDXBNJZSQVHLCKE" },
  validation: "checksum",
  words: [
    "nie",
    "n.i.e",
    "identificación de extranjero*",
    "identidad de extranjero*",
    "extranjero",
    "extranjería",
    "tie",
  ],
  check: (value) => esLetter(Number("XYZ".indexOf(value[0] ?? "") + value.slice(1, -1))) === value.slice(-1),
});
