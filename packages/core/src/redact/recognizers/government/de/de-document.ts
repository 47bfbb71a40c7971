/**
 * What German identity cards and passports have in common: nine signs without vowels and look-alikes.
 * A tenth is the check digit; some count the ninth as one. Without a word a check must fit.
 */
import { icaoCheck } from "../check/icao.ts";

/** Digits and consonants without B, D, Q, S: no number spells a word. */
export const DE_SIGNS = "0123456789CFGHJKLMNPRTVWXYZ";

/** How sure a document's number is by its own form. */
export function isCheckedDocument(value: string): boolean {
  return icaoCheck(value.slice(0, -1)) === Number(value.slice(-1));
}
