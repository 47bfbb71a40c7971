/**
 * UK number plates. Since 2001: two letters without I, Q, Z, the half-year (02 to 29, 51 to 79), three
 * letters. Before: a letter for the year in front (1983) or behind (1963). The older ones look like
 * much else, so only beside a word.
 */
import type { Recognizer } from "../../recognizer.ts";
import { anyOf } from "../form/any-of.ts";
import { shapeId } from "../form/shape-id.ts";

const common = {
  name: "uk-plate",
  type: "VEHICLE",
  classes: {
    R: "ABCDEFGHJKLMNOPRSTUVWXY",
    T: "ABCDEFGHJKLMNOPRSTUVWXYZ",
    P: "ABCDEFGHJKLMNPRSTVWXY",
    D: "123456789",
  },
  validation: "structure",
  withContext: 0.85,
  words: [
    "plate",
    "plates",
    "number plate",
    "registration",
    "reg",
    "vehicle",
    "vehicles",
    "vrm",
    "vrn",
    "car",
    "mot",
    "dvla",
    "licence plate",
    "license plate",
  ],
} as const;

export const ukPlate: Recognizer = anyOf("uk-plate", [
  shapeId({
    ...common,
    forms: { "RR99 TTT": 0.6, RR99TTT: 0.45 },
    oneCase: true,
    check(value) {
      const half = Number(value.slice(2, 4));
      return (half >= 2 && half <= 29) || (half >= 51 && half <= 79);
    },
  }),
  shapeId({
    ...common,
    forms: {
      "PD TTT": 0.3,
      "PD9 TTT": 0.3,
      "PD99 TTT": 0.3,
      PD99TTT: 0.3,
      PD9TTT: 0.3,
      "TTT 999P": 0.3,
      TTT999P: 0.3,
      "TTT 99P": 0.2,
    },
    onlyCapitals: true,
  }),
]);
