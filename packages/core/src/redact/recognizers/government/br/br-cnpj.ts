/**
 * Brazilian CNPJ: fourteen digits with two check digits; from July 2026 the first twelve may be letters,
 * which count their ASCII code minus 48 (Instrução Normativa RFB 2.229/2024).
 */
import type { Recognizer } from "../../recognizer.ts";
import { isSpread } from "../check/spread.ts";
import { anyOf } from "../form/any-of.ts";
import { numberId } from "../form/number-id.ts";
import { shapeId } from "../form/shape-id.ts";
import { brCheck } from "./br-check.ts";

const HIGHEST = 9;
const common = {
  name: "br-cnpj",
  type: "BR_CNPJ",
  validation: "checksum",
  words: ["cnpj", "c.n.p.j", "cadastro nacional", "cnpj/mf", "razão social", "inscrita"],
} as const;

export const brCnpj: Recognizer = anyOf("br-cnpj", [
  numberId({ ...common, forms: { "2.3.3/4-2": 0.98, "8/4-2": 0.9, "2 3 3 4 2": 0.7, "14": 0.6 }, check: isCnpj }),
  shapeId({
    ...common,
    forms: { "XX.XXX.XXX/XXXX-99": 0.97, XXXXXXXXXXXX99: 0.45 },
    check: (value) => isCnpj(Array.from(value, (sign) => sign.charCodeAt(0) - 48), 0),
  }),
]);

function isCnpj(values: ArrayLike<number>, from: number): boolean {
  return (
    isSpread(values, from, 14) &&
    brCheck(values, from, 12, HIGHEST) === values[from + 12] &&
    brCheck(values, from, 13, HIGHEST) === values[from + 13]
  );
}
