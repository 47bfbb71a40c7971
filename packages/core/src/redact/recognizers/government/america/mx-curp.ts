/** Mexican CURP (18 signs, a check digit) and RFC (12 or 13 signs): letters of the name, date, sex, state (RENAPO, SAT). */
import type { Recognizer } from "../../recognizer.ts";
import { isMonthDay } from "../check/calendar.ts";
import { anyOf } from "../form/any-of.ts";
import { shapeId } from "../form/shape-id.ts";

const SIGNS = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
const isDate = (value: string, at: number): boolean =>
  isMonthDay(Number(value.slice(at + 2, at + 4)), Number(value.slice(at + 4, at + 6)));

export const mxCurp: Recognizer = anyOf("mx-curp", [
  shapeId({
    name: "mx-curp",
    type: "GOVERNMENT_ID",
    forms: { AVAA999999HAACCCX9: 0.95 },
    classes: { V: "AEIOUX", H: "HMX", C: "BCDFGHJKLMNPQRSTVWXYZ" },
    validation: "checksum",
    anyCase: true,
    words: ["curp", "clave única"],
    check(value) {
      let sum = 0;
      for (let index = 0; index < 17; index += 1) sum += SIGNS.indexOf(value[index] ?? "") * (18 - index);
      return isDate(value, 4) && (10 - (sum % 10)) % 10 === Number(value[17]);
    },
  }),
  shapeId({
    name: "mx-curp",
    type: "GOVERNMENT_ID",
    forms: { "AAAA~999999~XXX": 0.5 },
    validation: "structure",
    words: ["rfc", "registro federal", "contribuyente*", "sat"],
    check: (value) => isDate(value, 4),
  }),
  shapeId({
    name: "mx-curp",
    type: "GOVERNMENT_ID",
    forms: { "AAA~999999~XXX": 0.2 },
    validation: "structure",
    words: ["rfc", "registro federal", "contribuyente*"],
    check: (value) => isDate(value, 3),
  }),
]);
