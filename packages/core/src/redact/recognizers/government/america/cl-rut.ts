/** Chilean RUT and RUN: seven or eight digits and a check sign by 11, 0 to 9 or K (Registro Civil). */
import type { Recognizer } from "../../recognizer.ts";
import { digitsOf } from "../check/digits-of.ts";
import { anyOf } from "../form/any-of.ts";
import { numberId } from "../form/number-id.ts";
import { shapeId } from "../form/shape-id.ts";

const K = 20;
const common = {
  name: "cl-rut",
  type: "GOVERNMENT_ID",
  validation: "checksum",
  words: ["rut", "run", "r.u.t", "rol único", "rol unico", "cédula de identidad"],
} as const;

export const clRut: Recognizer = anyOf("cl-rut", [
  numberId({ ...common, forms: { "2.3.3-1": 0.95, "1.3.3-1": 0.9, "8-1": 0.45, "7-1": 0.3 }, check: isRut }),
  shapeId({
    ...common,
    forms: { "99.999.999-K": 0.95, "9.999.999-K": 0.95, "99999999-K": 0.7, "9999999-K": 0.6 },
    anyCase: true,
    check: (value) => isRut(digitsOf(value), 0, value.length),
  }),
]);

/** Weights 2 to 7 from the right, again and again; K stands for 10. */
function isRut(values: ArrayLike<number>, from: number, size: number): boolean {
  let sum = 0;
  for (let index = 1; index < size; index += 1) {
    sum += (values[from + size - 1 - index] ?? 0) * (2 + ((index - 1) % 6));
  }
  const check = (11 - (sum % 11)) % 11;
  return values[from + size - 1] === (check === 10 ? K : check);
}
