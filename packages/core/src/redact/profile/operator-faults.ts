/** What is wrong with an operator: a parameter of another one, a text that could break the file it is put in. */
import { suggest } from "../../policy/nearest.ts";
import type { OperatorName } from "../operators/operator.ts";
import type { Fault } from "./profile-faults.ts";
import type { OperatorFile } from "./profile-schema.ts";

const PARAMETERS: Readonly<Record<OperatorName, readonly string[]>> = {
  replace: ["numbered", "text"],
  mask: ["char", "keepFirst", "keepLast"],
  hash: ["bits"],
  pseudonym: ["dates"],
  encrypt: [],
  remove: [],
  keep: [],
};

/** One character that is seen, and that neither JSON nor CSV nor a tag gives a meaning. */
const MASK = /^[^\s"'\\[\]{}(),;:.@/-]$/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get in
const BREAKING = /["\\\u0000-\u001f\u007f\u2028\u2029]/;

export function operatorFaults(path: readonly PropertyKey[], operator: OperatorFile): readonly Fault[] {
  if (typeof operator === "string") return [];
  const known = PARAMETERS[operator.operator];
  const faults: Fault[] = Object.keys(operator)
    .filter((key) => key !== "operator" && !known.includes(key))
    .map((key) => ({
      path: [...path, key],
      isKey: true,
      message: `\`${operator.operator}\` has no \`${key}\``,
      hint: suggest(key, known, known.length === 0 ? "leave it out" : `it has ${listed(known)}`),
    }));
  const { char, text, bits, numbered } = operator;
  if (char !== undefined && !MASK.test(char)) {
    const hint = "write one character such as `*`, `#` or `x`";
    faults.push({ path: [...path, "char"], message: `\`${char}\` cannot cover a value`, hint });
  }
  if (text !== undefined && BREAKING.test(text)) {
    const hint = "leave out quotes, backslashes and line breaks";
    faults.push({ path: [...path, "text"], message: "this text could break the file it is put in", hint });
  }
  if (text !== undefined && numbered === true) {
    const hint = "leave one of them out";
    faults.push({ path: [...path, "text"], message: "a fixed text cannot be numbered", hint });
  }
  if (bits !== undefined && bits % 8 !== 0) {
    faults.push({ path: [...path, "bits"], message: `\`${bits}\` is not a multiple of 8` });
  }
  return faults;
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
