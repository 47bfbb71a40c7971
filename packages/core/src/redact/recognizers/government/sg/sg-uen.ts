/** Singaporean numbers of entities (UEN): eight digits and a letter; year, five digits, a letter; T or S or R, year, kind, serial, a letter (ACRA). */
import type { Recognizer } from "../../recognizer.ts";
import { anyOf } from "../form/any-of.ts";
import { shapeId } from "../form/shape-id.ts";

const words = ["uen", "unique entity", "business registration", "acra", "registration no"];

export const sgUen: Recognizer = anyOf("sg-uen", [
  shapeId({
    name: "sg-uen",
    type: "GOVERNMENT_ID",
    forms: { K99AA9999A: 0.6 },
    classes: { K: "TSR" },
    validation: "structure",
    words,
  }),
  shapeId({
    name: "sg-uen",
    type: "GOVERNMENT_ID",
    forms: { "999999999A": 0.4 },
    validation: "structure",
    words,
    check: (value) => Number(value.slice(0, 4)) >= 1800 && Number(value.slice(0, 4)) <= 2099,
  }),
  shapeId({
    name: "sg-uen",
    type: "GOVERNMENT_ID",
    forms: { "99999999A": 0.2 },
    validation: "pattern",
    words,
  }),
]);
