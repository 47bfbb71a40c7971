/** Brazilian CPF: eleven digits with two check digits. */
import type { Recognizer } from "../../recognizer.ts";
import { isSpread } from "../check/spread.ts";
import { numberId } from "../form/number-id.ts";
import { brCheck } from "./br-check.ts";

const HIGHEST = 11;

export const brCpf: Recognizer = numberId({
  name: "br-cpf",
  type: "BR_CPF",
  forms: { "3.3.3-2": 0.97, "3 3 3 2": 0.6, "3-3-3-2": 0.8, "3.3.3.2": 0.8, "9-2": 0.7, "11": 0.6 },
  validation: "checksum",
  words: ["cpf", "c.p.f", "cadastro de pessoa*", "contribuinte", "cpf/mf"],
  check: (digits, from) =>
    isSpread(digits, from, 11) &&
    brCheck(digits, from, 9, HIGHEST) === digits[from + 9] &&
    brCheck(digits, from, 10, HIGHEST) === digits[from + 10],
});
