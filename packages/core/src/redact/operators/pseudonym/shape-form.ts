/**
 * A number with meaning -> another of the same layout: `912-80-3456` -> `977-00-8142`
 *
 * Digit for digit, letter for letter; what is between stays. The last places are a keyed check on
 * the others: of real numbers one in 1,000 (seven places) to one in a million (sixteen) passes it by
 * chance. Where our own recognizer finds numbers of the type by their form, no pseudonym is one that
 * it would find, and none that it finds counts as a pseudonym: a card number never passes.
 */
import type { EntityType } from "../../entity.ts";
import { Draw, type Prf } from "../prf.ts";
import type { Form } from "./form.ts";

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

/** Whether a recognizer takes the value, alone, for one of the type. */
export type Recognises = (type: EntityType, value: string) => boolean;

export class ShapeForm implements Form {
  readonly #prf: Prf;
  readonly #scope: string;
  readonly #recognises: Recognises;

  constructor(prf: Prf, scope: string, recognises: Recognises) {
    this.#prf = prf;
    this.#scope = scope;
    this.#recognises = recognises;
  }

  make(value: string, draw: Draw, type: EntityType): string | undefined {
    const units = unitsOf(value);
    const checks = checkPlaces(units.length);
    if (checks === 0) return undefined;
    const beginning = BEGINNINGS.get(type)?.(units) ?? "";
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const front = [...units.slice(0, -checks)].map((unit, index) => {
        const fixed = beginning.charAt(index);
        return fixed === "" || kindOf(fixed) !== kindOf(unit) ? likeUnit(unit, index, draw) : fixed;
      });
      const made = laidOut(value, `${front.join("")}${this.#check(front.join(""), units.slice(-checks))}`);
      if (!this.#recognises(type, made) && made !== value) return made;
    }
    return undefined;
  }

  isOwn(value: string, type: EntityType): boolean {
    const units = unitsOf(value);
    const checks = checkPlaces(units.length);
    if (checks === 0) return false;
    const last = units.slice(-checks);
    const isChecked = this.#check(units.slice(0, -checks), last) === last;
    return isChecked && !this.#recognises(type, value);
  }

  /** Check places of the kinds and case of `like`. */
  #check(front: string, like: string): string {
    const draw = new Draw(this.#prf, "shape-check", this.#scope, front.toLowerCase());
    return [...like].map((unit) => likeUnit(unit, -1, draw)).join("");
  }
}

function unitsOf(value: string): string {
  return [...value].filter((char) => UNIT.test(char)).join("");
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
