/** Spanish DNI and NIF: eight digits (seven in old ones) and a letter that checks them. */
import type { Recognizer } from "../../recognizer.ts";
import { shapeId } from "../form/shape-id.ts";
import { esLetter } from "./es-letter.ts";

export const esDni: Recognizer = shapeId({
  name: "es-dni",
  type: "ES_DNI",
  forms: { "99999999~L": 0.85, "9999999~L": 0.6, "99.999.999~L": 0.9 },
  classes: { L: "TRWAGMYFPDXBNJZSQVHLCKE" },
  validation: "checksum",
  words: [
    "dni",
    "nif",
    "d.n.i",
    "n.i.f",
    "documento nacional",
    "documento de identidad",
    "identificación fiscal",
    "cédula",
    "carné de identidad",
  ],
  check: (value) => esLetter(Number(value.slice(0, -1))) === value.slice(-1),
});
