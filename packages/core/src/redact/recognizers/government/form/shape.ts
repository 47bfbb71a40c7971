/**
 * **Shape**: a form of letters and digits, compiled
 *
 * Written as people write forms: `9` is a digit, `A` a letter, `X` either, `~` a space or hyphen that
 * may be missing; a class of one's own is a letter with the bytes it stands for; all else is itself.
 * Letters are compared without regard to case.
 */
import { isBoundary, lower } from "../../../scan/bytes.ts";
import type { Text } from "../../../scan/text.ts";
import { isUnspaced } from "../../number-window.ts";

const DIGITS = "0123456789";
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const HYPHEN = 0x2d;
const SPACE = 0x20;

/** How the form begins where its first digits are a run of their own. */
export interface Head {
  /** Letters before the digits. */
  readonly letters: number;
  /** Digits of the run, at the least. */
  readonly digits: number;
  /** Bit n: the first group may have n digits. */
  readonly sizes: number;
}

export interface Shape {
  /** For each place of the form, which bytes (in lower case) may stand there; `undefined`: `~`. */
  readonly places: readonly (Uint8Array | undefined)[];
  /** How long a token is that begins the form: fewest and most bytes. */
  readonly token: { readonly min: number; readonly max: number };
  /** If it can begin with digits, or with letters apart from digits. */
  readonly head: Head | undefined;
}

export function shapeOf(form: string, classes: Readonly<Record<string, string>> = {}): Shape {
  const places = Array.from(form, (sign) => (sign === "~" ? undefined : placeOf(sign, classes)));
  const units = form.split(/[~\- ./+:]/);
  const isMixed = (unit: string): boolean => {
    const kinds = Array.from(unit, (sign) => kindOf(sign, classes));
    return kinds.includes("either") || (kinds.includes("digit") && kinds.includes("letter"));
  };
  const [first = "", second = ""] = units;
  const glued = form.split(/[- ./+:]/)[0]?.replaceAll("~", "") ?? "";
  const min = isMixed(first) ? first.length : first.length + second.length;
  const hasHead = !isMixed(first) && units.length > 1;
  const startsWithLetters = kindOf(first[0] ?? "", classes) === "letter";
  const pure = (unit: string): boolean =>
    unit !== "" && !isMixed(unit) && kindOf(unit[0] ?? "", classes) === "digit";
  // A colon does not join digits to a run.
  const run = (form.split(":")[0] ?? "").split(/[~\- ./+]/);
  let digits = 0;
  let sizes = 0;
  let isBound = false;
  for (const unit of run.slice(startsWithLetters ? 1 : 0)) {
    // The digits with which a mixed group begins are a run of their own.
    const size = pure(unit)
      ? unit.length
      : Array.from(unit).findIndex((sign) => kindOf(sign, classes) !== "digit");
    digits += size;
    // With `~` between, groups may be written as one.
    if (!isBound) sizes |= 1 << digits;
    if (!form.includes("~")) isBound = true;
    if (!pure(unit)) break;
  }
  return {
    places,
    token: isMixed(glued) ? { min: Math.min(min, glued.length), max: glued.length } : { min: 0, max: -1 },
    head:
      hasHead && digits > 0 ? { letters: startsWithLetters ? first.length : 0, digits, sizes } : undefined,
  };
}

/** The end of the form that begins at `at` and is not part of a longer word; -1 without one. */
export function matchShape(
  { bytes, start, end }: Text,
  at: number,
  { places }: Pick<Shape, "places">,
): number {
  if (at < start || (at > start && isInWord(bytes, at - 1))) return -1;
  let position = at;
  for (const place of places) {
    const byte = position < end ? (bytes[position] ?? 0) : 0;
    if (place === undefined) {
      if (byte === SPACE || byte === HYPHEN) position += 1;
      continue;
    }
    if (place[lower(byte)] !== 1) return -1;
    position += 1;
  }
  return position < end && isInWord(bytes, position) ? -1 : position;
}

/** A letter or digit, but no sign of a script without spaces: there the words stand right beside. */
function isInWord(bytes: Uint8Array, at: number): boolean {
  return !isBoundary(bytes, at) && !isUnspaced(bytes, at);
}

function placeOf(sign: string, classes: Readonly<Record<string, string>>): Uint8Array {
  const allowed =
    classes[sign]?.toLowerCase() ??
    (sign === "9" ? DIGITS : sign === "A" ? LETTERS : sign === "X" ? DIGITS + LETTERS : sign.toLowerCase());
  const place = new Uint8Array(256);
  for (const one of allowed) place[one.charCodeAt(0)] = 1;
  return place;
}

function kindOf(sign: string, classes: Readonly<Record<string, string>>): "digit" | "letter" | "either" {
  const allowed = classes[sign] ?? (sign === "9" ? "0" : sign === "X" ? "0A" : sign);
  const hasDigit = /[0-9]/.test(allowed);
  const hasLetter = /[A-Za-z]/.test(allowed);
  return hasDigit && hasLetter ? "either" : hasDigit ? "digit" : "letter";
}
