/**
 * Singaporean NRIC and FIN: S, T, F, G or M, seven digits, a check letter (modulus 11 with an offset for
 * T, G and M). Other first letters, or a letter that does not fit, are below the line: nobody has them.
 */
import type { Recognizer } from "../../recognizer.ts";
import { digitsOf } from "../check/digits-of.ts";
import { weighted } from "../check/weighted.ts";
import { anyOf } from "../form/any-of.ts";
import { shapeId } from "../form/shape-id.ts";

const WEIGHTS = [2, 7, 6, 5, 4, 3, 2];
const CITIZEN = "JZIHGFEDCBA";
const FOREIGNER = "XWUTRQPNMLK";
const SINCE_2022 = "XWUTRQPNJLK";
const words = ["nric", "fin", "ic number", "ic no", "identity card", "nric/fin", "singapore id"];

export const sgNric: Recognizer = anyOf("sg-nric", [
  shapeId({
    name: "sg-nric",
    type: "SG_NRIC",
    forms: { P9999999A: 0.85 },
    classes: { P: "STFGM" },
    validation: "checksum",
    words,
    check(value) {
      const sum = weighted(digitsOf(value.slice(1, 8)), 0, WEIGHTS);
      const last = value[8];
      switch (value[0]) {
        case "S":
          return CITIZEN[sum % 11] === last;
        case "T":
          return CITIZEN[(sum + 4) % 11] === last;
        case "F":
          return FOREIGNER[sum % 11] === last;
        case "G":
          return FOREIGNER[(sum + 4) % 11] === last;
        default:
          return SINCE_2022[10 - ((sum + 3) % 11)] === last;
      }
    },
  }),
  shapeId({ name: "sg-nric", type: "SG_NRIC", forms: { A9999999A: 0.3 }, validation: "pattern", words }),
]);
