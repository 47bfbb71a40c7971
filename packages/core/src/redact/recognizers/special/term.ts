/**
 * **Term**: a word of a special category of personal data (GDPR Article 9), and how it is said of someone
 *
 * The word alone is a topic. It is about a person when somebody `has` it, `is` it, `does` it, or
 * calls it `own` ("my diabetes"). A term that ends in `*` stands for all words that begin so.
 */

/** Someone has it: an illness, a treatment, a feature. */
export const HAS: number = 1;
/** Someone is it. */
export const IS: number = 2;
/** Someone belongs to it, votes for it, goes to it, takes part in it. */
export const DOES: number = 4;
/** It is told by `my`. */
export const OWN: number = 8;

/** How the terms are said, and the terms, separated by commas. */
export type TermList = readonly (readonly [uses: number, terms: string])[];
