/**
 * VAT numbers of Europe, by country: prefix, then the form (VIES, HMRC, Swiss UID). Of Germany's the
 * check digit is held against it (ISO 7064 MOD 11,10); of the others form and prefix, with a word.
 */
import type { Recognizer } from "../../recognizer.ts";
import { digitsOf } from "../check/digits-of.ts";
import { mod11And10 } from "../check/iso-7064.ts";
import { anyOf } from "../form/any-of.ts";
import { shapeId } from "../form/shape-id.ts";

const common = {
  name: "eu-vat",
  type: "GOVERNMENT_ID",
  words: [
    "vat",
    "vatin",
    "vat id",
    "ust-id",
    "ust-idnr",
    "ustid",
    "umsatzsteuer*",
    "uid",
    "tva",
    "iva",
    "p.iva",
    "partita iva",
    "btw",
    "btw-nummer",
    "moms",
    "nif",
    "cif",
    "mwst",
    "n° tva",
    "intracommunautaire",
    "nip",
    "intra-community",
  ],
} as const;

export const euVat: Recognizer = anyOf("eu-vat", [
  shapeId({
    ...common,
    forms: { "DE~999~999~999": 0.9, "DE.999.999.999": 0.9 },
    validation: "checksum",
    check: (value) => value[2] !== "0" && mod11And10(digitsOf(value.slice(2)), 0, 9),
  }),
  // A slip or an example, where a word says what it is meant to be.
  shapeId({ ...common, forms: { "DE~999~999~999": 0.3 }, validation: "pattern", withContext: 0.7 }),
  shapeId({
    ...common,
    validation: "structure",
    withContext: 0.9,
    onlyCapitals: true,
    // An A alone would be any letter.
    classes: { Q: "A" },
    forms: {
      "QTU~99999999": 0.6,
      "BE~9999~999~999": 0.4,
      "BE~9999.999.999": 0.6,
      "BG~9999999999": 0.3,
      "CY~99999999A": 0.4,
      "CZ~99999999": 0.3,
      "DK~99~99~99~99": 0.3,
      "EE~999999999": 0.3,
      "EL~999999999": 0.4,
      "ES~X9999999X": 0.5,
      "FI~99999999": 0.3,
      "FR~XX~999~999~999": 0.5,
      "GB~999~9999~99": 0.4,
      "HR~99999999999": 0.4,
      "HU~99999999": 0.3,
      "IE~9999999AA": 0.5,
      "IE~9999999A": 0.4,
      "IT~99999999999": 0.5,
      "LT~999999999999": 0.3,
      "LU~99999999": 0.3,
      "LV~99999999999": 0.4,
      "MT~99999999": 0.3,
      "NL~999999999B99": 0.8,
      "NL~9999.99.999.B99": 0.8,
      "PL~9999999999": 0.4,
      "PT~999999999": 0.4,
      "RO~99999999": 0.2,
      "SE~999999999901": 0.6,
      "SI~99999999": 0.3,
      "SK~9999999999": 0.3,
      "CHE-999.999.999": 0.8,
    },
  }),
]);
