/** Indian permanent account numbers: five letters (the fourth says what kind of holder), four digits, a letter. */
import type { Recognizer } from "../../recognizer.ts";
import { anyOf } from "../form/any-of.ts";
import { shapeId } from "../form/shape-id.ts";

const words = ["pan", "permanent account", "income tax", "pan card", "pancard", "pan_number", "pannumber"];

export const inPan: Recognizer = anyOf("in-pan", [
  shapeId({
    name: "in-pan",
    type: "IN_PAN",
    forms: { AAAKA9999A: 0.8 },
    classes: { K: "ABCFGHJLPT" },
    validation: "structure",
    words,
  }),
  // A kind that does not exist: an example, or a slip.
  shapeId({
    name: "in-pan",
    type: "IN_PAN",
    forms: { AAANA9999A: 0.5 },
    classes: { N: "DEIKMNOQRSUVWXYZ" },
    validation: "pattern",
    words,
  }),
]);
