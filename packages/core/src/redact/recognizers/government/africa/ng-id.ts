/** Nigerian numbers: NIN and BVN (eleven digits, no public check digit) beside a word; number plates (ABC-123DE). */
import type { Recognizer } from "../../recognizer.ts";
import { isSpread } from "../check/spread.ts";
import { anyOf } from "../form/any-of.ts";
import { numberId } from "../form/number-id.ts";
import { shapeId } from "../form/shape-id.ts";

export const ngId: Recognizer = anyOf("ng-id", [
  numberId({
    name: "ng-id",
    type: "NG_ID",
    forms: { "11": 0, "4 3 4": 0, "3 4 4": 0 },
    validation: "structure",
    withContext: 0.9,
    words: ["nin", "bvn", "nimc", "national identification", "national identity", "bank verification"],
    check: isSpread,
  }),
  shapeId({
    name: "ng-id",
    type: "VEHICLE",
    forms: { "TTT-999TT": 0.6, TTT999TT: 0.3 },
    classes: { T: "ABCDEFGHJKLMNPQRSTUVWXYZ" },
    validation: "pattern",
    words: ["plate", "number plate", "registration", "vehicle", "car", "frsc"],
  }),
]);
