/** Turkish number plates: province 01 to 81, one to three letters, two to four digits. */
import type { Recognizer } from "../../recognizer.ts";
import { shapeId } from "../form/shape-id.ts";

const PROVINCES = 81;

export const trPlate: Recognizer = shapeId({
  name: "tr-plate",
  type: "VEHICLE",
  forms: {
    "99 TTT 99": 0.3, "99 TTT 999": 0.3, "99 TTT 9999": 0.3, "99 TT 999": 0.3, "99 TT 9999": 0.3, "99 TT 99": 0.3,
    "99 T 9999": 0.3, "99 T 99999": 0.3, "99 T 99": 0.2, "99 T 999": 0.3,
    "99TTT99": 0.2, "99TTT999": 0.2, "99TTT9999": 0.2, "99TT999": 0.2, "99TT9999": 0.2, "99T9999": 0.2,
  },
  classes: { T: "ABCDEFGHIJKLMNOPRSTUVYZ" },
  validation: "structure",
  withContext: 0.85,
  words: ["plaka", "plakası", "plakasi", "plakalı", "plakali", "araç", "arac", "plate", "vehicle"],
  check: (value) => Number(value.slice(0, 2)) >= 1 && Number(value.slice(0, 2)) <= PROVINCES,
});
