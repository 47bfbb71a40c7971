/** Indian voter cards (three letters, seven digits), passports (a letter, seven digits) and number plates. */
import type { Recognizer } from "../../recognizer.ts";
import { anyOf } from "../form/any-of.ts";
import { shapeId } from "../form/shape-id.ts";

const NAME = "in-document";
/** States and territories in number plates. */
const STATES = new Set(
  "AN AP AR AS BR CG CH DD DL DN GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TG TN TR TS UK UP WB".split(
    " ",
  ),
);
const PLATE_WORDS = [
  "registration",
  "vehicle",
  "plate",
  "number plate",
  "bike",
  "car",
  "rto",
  "scooter",
  "rc",
];
const isState = (value: string): boolean => STATES.has(value.slice(0, 2));

export const inDocument: Recognizer = anyOf(NAME, [
  shapeId({
    name: NAME,
    type: "IN_ID",
    forms: { AAA9999999: 0.4 },
    validation: "pattern",
    words: ["voter", "epic", "elector*", "election commission", "voter id"],
  }),
  shapeId({
    name: NAME,
    type: "PASSPORT",
    forms: { P9999999: 0.2 },
    classes: { P: "ACDEFGHJKLMNPRSTUVWXYZ" },
    validation: "pattern",
    words: ["passport", "travel document"],
  }),
  shapeId({
    name: NAME,
    type: "VEHICLE",
    forms: {
      AA99AA9999: 0.7,
      AA99A9999: 0.6,
      AA9AAA9999: 0.6,
      "AA~99~AA~9999": 0.6,
      "AA~99~A~9999": 0.5,
      "AA~9~AAA~9999": 0.5,
    },
    validation: "structure",
    withContext: 0.9,
    words: PLATE_WORDS,
    check: isState,
  }),
  // The series before 1988: two or three letters and four digits.
  shapeId({
    name: NAME,
    type: "VEHICLE",
    forms: { AA9999: 0.1, AAA9999: 0.2 },
    validation: "pattern",
    words: PLATE_WORDS,
  }),
]);
