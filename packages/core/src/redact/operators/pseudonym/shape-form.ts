/**
 * A number with meaning -> another of the same layout: `912-80-3456` -> `977-00-8142`
 *
 * Digit for digit, letter for letter; what is between stays. The last places are a keyed check on
 * the others: of real numbers one in 1,000 (seven places) to one in a million (sixteen) passes it by
 * chance. Where our own recognizers know numbers by their form, no pseudonym is one that they would
 * find, and none that they find counts as a pseudonym: a card number never passes.
 */
import { type EntityType, groupOf } from "../../entity.ts";
import type { Draw } from "../prf.ts";
import type { Form } from "./form.ts";
import type { KeyedCheck } from "./keyed-check.ts";

const UNIT = /[0-9A-Za-z]/;
const ATTEMPTS = 200;

/** By number of places: how many are the check. Fewer than the first have no room for one. */
const CHECK_PLACES: readonly (readonly [number, number])[] = [
  [16, 6],
  [12, 5],
  [9, 4],
  [7, 3],
];

/** Beginnings that no issued number has, or that must stay so that the kind can be seen. */
const BEGINNINGS: ReadonlyMap<EntityType, (units: string) => string> = new Map<
  EntityType,
  (units: string) => string
>([
  ["CARD", (units) => units.slice(0, 2)],
  // ISO 13616: check digits are 02 to 98.
  ["IBAN", (units) => `${units.slice(0, 2)}00`],
  // HMRC gives out no number that begins with Q.
  ["UK_NINO", () => "QQ"],
  // No social security number begins with 9.
  ["US_SSN", () => "9"],
]);

/**
 * Whether a recognizer takes the value, alone, for the number of a card, an account or a document;
 * or, however weakly, for one of the type.
 */
export type Recognises = (value: string, type?: EntityType) => boolean;

export class ShapeForm implements Form {
  readonly #checks: KeyedCheck;
  readonly #recognises: Recognises;

  constructor(checks: KeyedCheck, recognises: Recognises) {
    this.#checks = checks;
    this.#recognises = recognises;
  }

  make(value: string, draw: Draw, type: EntityType): string | undefined {
    const units = unitsOf(value);
    const checks = checkPlaces(units.length);
    // Types of a profile's own hold words too; a row of letters in their place says nothing.
    const isWords = groupOf(type) === "custom" && !/\d/.test(units);
    if (checks === 0 || isWords) return undefined;
    const beginning = BEGINNINGS.get(type)?.(units) ?? "";
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const front = [...units.slice(0, -checks)].map((unit, index) => {
        const fixed = beginning.charAt(index);
        return fixed === "" || kindOf(fixed) !== kindOf(unit) ? likeUnit(unit, index, draw) : fixed;
      });
      const made = laidOut(value, `${front.join("")}${this.#check(front.join(""), units.slice(-checks))}`);
      if (!this.#recognises(made, type) && made !== value) return made;
    }
    return undefined;
  }

  isOwn(value: string): boolean {
    const units = unitsOf(value);
    const checks = checkPlaces(units.length);
    if (checks === 0) return false;
    const last = units.slice(-checks);
    const isChecked = this.#check(units.slice(0, -checks), last) === last;
    return isChecked && !this.#recognises(value);
  }

  /** Check places of the kinds and case of `like`. */
  #check(front: string, like: string): string {
    let rest = this.#checks.of(front);
    return [...like]
      .map((unit) => {
        const isDigit = kindOf(unit) === "digit";
        const value = rest % (isDigit ? 10 : 26);
        rest = Math.floor(rest / (isDigit ? 10 : 26));
        if (isDigit) return String(value);
        const letter = String.fromCharCode(0x61 + value);
        return unit === unit.toLowerCase() ? letter : letter.toUpperCase();
      })
      .join("");
  }
}

function unitsOf(value: string): string {
  let units = "";
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    const isLetter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a && code < 0x80;
    if (isLetter || (code >= 0x30 && code <= 0x39)) units += value.charAt(at);
  }
  return units;
}

function checkPlaces(units: number): number {
  return CHECK_PLACES.find(([least]) => units >= least)?.[1] ?? 0;
}

function kindOf(unit: string): "digit" | "letter" {
  return unit >= "0" && unit <= "9" ? "digit" : "letter";
}

function likeUnit(unit: string, index: number, draw: Draw): string {
  if (kindOf(unit) === "digit") {
    return String(index === 0 && unit !== "0" ? 1 + draw.below(9) : draw.below(10));
  }
  const letter = String.fromCharCode(0x61 + draw.below(26));
  return unit === unit.toLowerCase() ? letter : letter.toUpperCase();
}

function laidOut(value: string, units: string): string {
  let index = -1;
  return [...value]
    .map((char) => {
      if (!UNIT.test(char)) return char;
      index += 1;
      return units.charAt(index);
    })
    .join("");
}
