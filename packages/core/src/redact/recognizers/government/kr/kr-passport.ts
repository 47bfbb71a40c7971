/** South Korean passports: M, S, R, O, D or G, three digits, a letter, four digits; before 2021 eight digits. */
import type { Recognizer } from "../../recognizer.ts";
import { anyOf } from "../form/any-of.ts";
import { shapeId } from "../form/shape-id.ts";

const words = ["여권*", "여권번호*", "passport", "passports", "travel document"];

export const krPassport: Recognizer = anyOf("kr-passport", [
  shapeId({
    name: "kr-passport",
    type: "PASSPORT",
    forms: { K999A9999: 0.5 },
    classes: { K: "MSRODG" },
    validation: "pattern",
    words,
  }),
  shapeId({
    name: "kr-passport",
    type: "PASSPORT",
    forms: { K99999999: 0.2 },
    classes: { K: "MSRODG" },
    validation: "pattern",
    words,
  }),
]);
