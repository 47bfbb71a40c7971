/**
 * Checksums by name, for recognizers of one's own.
 *
 * Each takes the letters and digits of a value, in upper case, without what is between them.
 */
export type Validator = (units: string) => boolean;

/** Digits alone count: letters are what stands before a number, `SO-10000008`. */
function digitsOf(units: string): readonly number[] {
  return (units.match(/\d/g) ?? []).map(Number);
}

/** Digits, and a last place that may be `X`. */
function digitsWithX(units: string): string {
  return (units.match(/\d|X$/g) ?? []).join("");
}

/** ISO/IEC 7812-1, annex B. */
function luhn(units: string): boolean {
  const digits = digitsOf(units);
  if (digits.length < 2) return false;
  const sum = digits.toReversed().reduce((total, digit, index) => {
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** A letter counts as two digits, `A` as 10; read from the left, so that no number gets large. */
function remainder97(units: string): number {
  return [...units].reduce((rest, unit) => {
    const value = Number.parseInt(unit, 36);
    return (rest * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);
}

/** ISO/IEC 7064, MOD 97-10: the whole leaves 1. */
function mod97(units: string): boolean {
  return /^[0-9A-Z]+$/.test(units) && units.length > 2 && remainder97(units) === 1;
}

/** ISO 13616: country and check digits count as if they stood at the end. */
function iban(units: string): boolean {
  return /^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/.test(units) && mod97(units.slice(4) + units.slice(0, 4));
}

/** Weights 2, 3, 4 … from the right; `X` as the last place is 10, as in ISBN-10. */
function mod11(text: string): boolean {
  const units = digitsWithX(text);
  if (units.length < 2) return false;
  const sum = [...units]
    .toReversed()
    .reduce((total, unit, index) => total + (unit === "X" ? 10 : Number(unit)) * (index + 1), 0);
  return sum % 11 === 0;
}

/** ISO/IEC 7064, MOD 11-10. */
function mod11And10(units: string): boolean {
  const digits = digitsOf(units);
  if (digits.length < 2) return false;
  const product = digits.slice(0, -1).reduce((rest, digit) => {
    const sum = (rest + digit) % 10;
    return ((sum === 0 ? 10 : sum) * 2) % 11;
  }, 10);
  return (product + (digits.at(-1) ?? 0)) % 10 === 1;
}

/** ISO/IEC 7064, MOD 11-2: `X` as the last place is 10. */
function mod11And2(text: string): boolean {
  const units = digitsWithX(text);
  if (units.length < 2) return false;
  const rest = [...units.slice(0, -1)].reduce((total, unit) => ((total + Number(unit)) * 2) % 11, 0);
  const last = units.at(-1) === "X" ? 10 : Number(units.at(-1));
  return (rest + last) % 11 === 1;
}

/** Weights 1 and 3 in turn from the right: article numbers (EAN, GTIN). */
function ean(units: string): boolean {
  const digits = digitsOf(units);
  if (digits.length < 8) return false;
  const sum = digits
    .toReversed()
    .reduce((total, digit, index) => total + digit * (index % 2 === 1 ? 3 : 1), 0);
  return sum % 10 === 0;
}

/** J. Verhoeff, 1969: multiplication in the group of symmetries of a pentagon. */
function verhoeff(units: string): boolean {
  const digits = digitsOf(units);
  if (digits.length < 2) return false;
  const check = digits
    .toReversed()
    .reduce((sum, digit, index) => inPentagon(sum, permuted(digit, index % 8)), 0);
  return check === 0;
}

function inPentagon(one: number, other: number): number {
  const turn = one < 5 ? one + (other % 5) : one - 5 - (other % 5) + 5;
  return other < 5 === one < 5 ? turn % 5 : (turn % 5) + 5;
}

const VERHOEFF = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

function permuted(digit: number, times: number): number {
  let value = digit;
  for (let count = 0; count < times; count += 1) value = VERHOEFF[value] ?? 0;
  return value;
}

/** H. M. Damm, 2004: the order-10 quasigroup of his thesis. */
const DAMM = [
  "0317598642",
  "7092154863",
  "4206871359",
  "1750983426",
  "6123045978",
  "3674209581",
  "5869720134",
  "8945362017",
  "9438617205",
  "2581436790",
];

function damm(units: string): boolean {
  const digits = digitsOf(units);
  if (digits.length < 2) return false;
  return digits.reduce((row, digit) => Number(DAMM[row]?.charAt(digit)), 0) === 0;
}

export const VALIDATORS: Readonly<Record<string, Validator>> = {
  luhn,
  mod97,
  iban,
  mod11,
  "iso7064-mod11-10": mod11And10,
  "iso7064-mod11-2": mod11And2,
  "iso7064-mod97-10": mod97,
  ean,
  verhoeff,
  damm,
};
