/** German identity card numbers (Personalausweis): since 2010 a letter and eight signs; before, T and digits. */
import type { Recognizer } from "../../recognizer.ts";
import { anyOf } from "../form/any-of.ts";
import { shapeId } from "../form/shape-id.ts";
import { DE_SIGNS, isCheckedDocument } from "./de-document.ts";

const WORDS = [
  "personalausweis",
  "personalausweisnummer",
  "ausweis",
  "ausweisnummer",
  "ausweis-nr",
  "perso",
  "identitätskarte",
  "identity card",
  "id card",
  "id-card",
  "ausweisnr",
  "dokumentennummer",
];
const common = {
  name: "de-id-card",
  type: "DE_ID_CARD",
  classes: { L: "LMNPRTVWXYCFGHJK", S: DE_SIGNS },
  words: WORDS,
} as const;

export const deIdCard: Recognizer = anyOf("de-id-card", [
  shapeId({ ...common, forms: { LSSSSSSSS9: 0.6 }, check: isCheckedDocument, validation: "checksum" }),
  shapeId({
    ...common,
    forms: { LSSSSSSS9: 0.4, "LSSS~SSSS~9": 0.4 },
    check: isCheckedDocument,
    validation: "checksum",
  }),
  shapeId({ ...common, forms: { T99999999: 0.3 }, validation: "pattern" }),
  shapeId({ ...common, forms: { LSSSSSSSS: 0 }, validation: "pattern" }),
]);
