/** Spanish numbers of firms (CIF): a letter for the kind, seven digits, a check digit or letter (order EHA/451/2008). */
import type { Recognizer } from "../../recognizer.ts";
import { digitsOf } from "../check/digits-of.ts";
import { luhnSum } from "../check/luhn.ts";
import { shapeId } from "../form/shape-id.ts";

const LETTERS = "JABCDEFGHI";

export const esCif: Recognizer = shapeId({
  name: "es-cif",
  type: "GOVERNMENT_ID",
  forms: { "K~9999999~X": 0.45, "K~99999999": 0.45 },
  classes: { K: "ABCDEFGHJNPQRSUVW", X: "0123456789ABCDEFGHIJ" },
  validation: "checksum",
  words: ["cif", "c.i.f", "nif", "identificación fiscal", "código de identificación"],
  check(value) {
    const check = (10 - (luhnSum([...digitsOf(value.slice(1, 8)), 0], 0, 8) % 10)) % 10;
    return value[8] === String(check) || value[8] === LETTERS[check];
  },
});
