/**
 * Vehicle identification numbers: seventeen signs without I, O, Q; the ninth checks the others in North
 * America and China (49 CFR 565.15), elsewhere a word must say so.
 */
import type { Recognizer } from "../../recognizer.ts";
import { anyOf } from "../form/any-of.ts";
import { shapeId } from "../form/shape-id.ts";

/** What letters count, from A to Z; I, O and Q are not used. */
const VALUES = [1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9];
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
const common = {
  name: "vin",
  type: "VEHICLE",
  classes: { V: "ABCDEFGHJKLMNPRSTUVWXYZ0123456789" },
  onlyCapitals: true,
  words: [
    "vin",
    "vehicle identification",
    "chassis",
    "fahrgestellnummer",
    "fahrzeug-ident*",
    "fin",
    "fahrgestell",
    "châssis",
    "bastidor",
    "chassi",
    "telaio",
    "chassisnummer",
    "numéro de série",
    "vehicle",
  ],
} as const;

export const vin: Recognizer = anyOf("vin", [
  // The last four are always digits.
  shapeId({ ...common, forms: { VVVVVVVVVVVVV9999: 0.9 }, validation: "checksum", check: isChecked }),
  shapeId({ ...common, forms: { VVVVVVVVVVVVV9999: 0.2 }, validation: "pattern" }),
]);

function isChecked(value: string): boolean {
  let sum = 0;
  for (let index = 0; index < WEIGHTS.length; index += 1) {
    const code = value.charCodeAt(index);
    sum += (code < 65 ? code - 48 : (VALUES[code - 65] ?? 0)) * (WEIGHTS[index] ?? 0);
  }
  return "0123456789X"[sum % 11] === value[8];
}
