/** German passport numbers: C, F, G, H, J or K and eight signs; the letters of the issuing authority. */
import type { Recognizer } from "../../recognizer.ts";
import { anyOf } from "../form/any-of.ts";
import { shapeId } from "../form/shape-id.ts";
import { DE_SIGNS, isCheckedDocument } from "./de-document.ts";

const common = {
  name: "de-passport",
  type: "PASSPORT",
  classes: { L: "CFGHJK", S: DE_SIGNS },
  words: [
    "reisepass",
    "pass-nr",
    "passnummer",
    "pass nr",
    "passnr",
    "pass",
    "passport",
    "reisepassnummer",
    "ausweisdokument",
    "passeport",
    "pasaporte",
  ],
} as const;

export const dePassport: Recognizer = anyOf("de-passport", [
  shapeId({ ...common, forms: { LSSSSSSSS9: 0.6 }, check: isCheckedDocument, validation: "checksum" }),
  shapeId({ ...common, forms: { LSSSSSSS9: 0.4 }, check: isCheckedDocument, validation: "checksum" }),
  shapeId({ ...common, forms: { LSSSSSSSS: 0 }, validation: "pattern" }),
]);
