/** Chilean RUT and RUN: seven or eight digits and a check sign by 11, 0 to 9 or K (Registro Civil). */
import type { Recognizer } from "../../recognizer.ts";
import { anyOf } from "../form/any-of.ts";
import { numberId } from "../form/number-id.ts";
import { shapeId } from "../form/shape-id.ts";

const words = ["rut", "run", "r.u.t", "rol único", "rol unico", "cédula de identidad"];
const CHECKS = "0123456789K";

export const clRut: Recognizer = anyOf("cl-rut", [
  numberId({
    name: "cl-rut",
    type: "GOVERNMENT_ID",
    forms: { "2.3.3-1": 0.95, "1.3.3-1": 0.9, "8-1": 0.45, "7-1": 0.3 },
    validation: "checksum",
    words,
    check: (digits, from, size) => isRut([...digits.slice(from, from + size)].join("")),
  }),
  shapeId({
    name: "cl-rut",
    type: "GOVERNMENT_ID",
    forms: { "99.999.999-K": 0.95, "9.999.999-K": 0.95, "99999999-K": 0.7, "9999999-K": 0.6 },
    validation: "checksum",
    anyCase: true,
    words,
    check: isRut,
  }),
]);

function isRut(value: string): boolean {
  let sum = 0;
  for (let index = 1; index < value.length; index += 1) {
    sum += Number(value[value.length - 1 - index]) * (2 + ((index - 1) % 6));
  }
  return CHECKS[(11 - (sum % 11)) % 11] === value.at(-1);
}
