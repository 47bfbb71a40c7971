/**
 * French passports (two digits, two letters, five digits), identity cards (twelve digits, or nine signs
 * since 2021) and driving licences (twelve digits, or as the cards): no check digit printed; beside a word.
 */
import type { Recognizer } from "../../recognizer.ts";
import { anyOf } from "../form/any-of.ts";
import { numberId } from "../form/number-id.ts";
import { shapeId } from "../form/shape-id.ts";

const PASSPORT = ["passeport", "passport", "n° de passeport", "reisepass", "pasaporte", "passaporto"];
const CARD = ["carte d'identité", "carte nationale d'identité", "cni", "carte d’identité", "carte identité"];
const LICENCE = ["permis de conduire", "permis", "numéro de permis"];

export const frDocument: Recognizer = anyOf("fr-document", [
  shapeId({
    name: "fr-document",
    type: "PASSPORT",
    forms: { "99AA99999": 0.4 },
    validation: "pattern",
    words: PASSPORT,
  }),
  numberId({
    name: "fr-document",
    type: "GOVERNMENT_ID",
    forms: { "12": 0, "4 4 4": 0 },
    validation: "structure",
    words: CARD,
    check: () => true,
  }),
  shapeId({
    name: "fr-document",
    type: "GOVERNMENT_ID",
    forms: { AXXXX9XXX: 0, XXXXXXXX9: 0 },
    validation: "pattern",
    words: CARD,
  }),
  numberId({
    name: "fr-document",
    type: "DRIVING_LICENCE",
    forms: { "12": 0, "2 2 2 6": 0 },
    validation: "structure",
    words: LICENCE,
    check: () => true,
  }),
]);
