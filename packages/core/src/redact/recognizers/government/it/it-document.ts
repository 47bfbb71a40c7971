/**
 * Italian driving licences (two letters, seven digits, a letter; or U1 and eight signs), identity cards
 * (CA00000AA, or two letters and seven digits) and passports (two letters, seven digits): no check
 * digit is public, so a word decides.
 */
import type { Recognizer } from "../../recognizer.ts";
import { anyOf } from "../form/any-of.ts";
import { shapeId } from "../form/shape-id.ts";

const NAME = "it-document";

export const itDocument: Recognizer = anyOf(NAME, [
  shapeId({
    name: NAME,
    type: "DRIVING_LICENCE",
    forms: { AA9999999A: 0.5, U1SSSSSSSA: 0.5 },
    classes: { S: "0123456789BCDFGHJKLMNPRSTUVWXYZ" },
    validation: "pattern",
    words: [
      "patente",
      "patente di guida",
      "driving licence",
      "driver's license",
      "driving license",
      "licenza di guida",
    ],
  }),
  shapeId({
    name: NAME,
    type: "PASSPORT",
    forms: { AA9999999: 0.2 },
    validation: "pattern",
    words: ["passaporto", "passaporti", "numero passaporto"],
  }),
  shapeId({
    name: NAME,
    type: "IT_ID",
    forms: { "AA~9999999": 0.2, CA99999AA: 0.4 },
    validation: "pattern",
    words: [
      "carta d'identità",
      "carta d’identità",
      "carta di identità",
      "carta identità",
      "cie",
      "identity card",
      "documento d'identità",
    ],
  }),
]);
