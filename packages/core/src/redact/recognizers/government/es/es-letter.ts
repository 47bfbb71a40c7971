/** The letter of Spanish identity numbers: the rest by 23, in this order (Ministerio del Interior). */
const LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

export function esLetter(number: number): string {
  return LETTERS[number % LETTERS.length] ?? "";
}
