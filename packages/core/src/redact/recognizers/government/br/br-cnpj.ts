/**
 * Brazilian CNPJ: fourteen digits with two check digits; from July 2026 the first twelve may be letters,
 * which count their ASCII code minus 48 (Instrução Normativa RFB 2.229/2024).
 */
import { asciiOf, isBoundary, isDigit } from "../../../scan/bytes.ts";
import { contextWords, hasContext } from "../../../scan/context.ts";
import type { Recognizer } from "../../recognizer.ts";
import { isSpread } from "../check/spread.ts";
import { anyOf } from "../form/any-of.ts";
import { numberId } from "../form/number-id.ts";
import { shapeId } from "../form/shape-id.ts";
import { brCheck } from "./br-check.ts";

const HIGHEST = 9;
const WORDS = ["cnpj", "c.n.p.j", "cadastro nacional", "cnpj/mf", "razão social", "inscrita"];
const words = contextWords(WORDS);
const common = { name: "br-cnpj", type: "BR_CNPJ", validation: "checksum", words: WORDS } as const;

/** `12.ABC.345/01DE-35`: found from its end, since where letters stand is not known. */
const SIZE = 18;
const SLASH = 10;
const HYPHEN = 15;
const dotted: Recognizer = {
  name: "br-cnpj",
  types: ["BR_CNPJ"],
  digits: { min: 2, max: 2 },
  atNumber(text, run, emit) {
    const { bytes } = text;
    for (let group = 0; group < run.count; group += 1) {
      const end = run.ends[group] ?? 0;
      const start = end - SIZE;
      if (end - (run.starts[group] ?? 0) !== 2 || start < text.start) continue;
      if (bytes[start + HYPHEN] !== 0x2d || bytes[start + SLASH] !== 0x2f) continue;
      const value = asciiOf(bytes, start, end);
      if (!/^[0-9A-Z]{2}\.[0-9A-Z]{3}\.[0-9A-Z]{3}\/[0-9A-Z]{4}-[0-9]{2}$/.test(value)) continue;
      if ((start > text.start && !isBoundary(bytes, start - 1)) || (end < text.end && isDigit(bytes[end])))
        continue;
      if (!isCnpj(valuesOf(value.replaceAll(/[./-]/g, "")), 0)) continue;
      emit("BR_CNPJ", start, end, hasContext(text, start, end, words) ? 0.98 : 0.97, "checksum");
      return;
    }
  },
};

export const brCnpj: Recognizer = anyOf("br-cnpj", [
  numberId({
    ...common,
    forms: { "2.3.3/4-2": 0.98, "8/4-2": 0.9, "2 3 3 4 2": 0.7, "14": 0.6 },
    check: isCnpj,
  }),
  shapeId({ ...common, forms: { XXXXXXXXXXXX99: 0.45 }, check: (value) => isCnpj(valuesOf(value), 0) }),
  dotted,
]);

function valuesOf(value: string): number[] {
  return Array.from(value, (sign) => sign.charCodeAt(0) - 48);
}

function isCnpj(values: ArrayLike<number>, from: number): boolean {
  return (
    isSpread(values, from, 14) &&
    brCheck(values, from, 12, HIGHEST) === values[from + 12] &&
    brCheck(values, from, 13, HIGHEST) === values[from + 13]
  );
}
