/**
 * What a word can be in a postal address. A word may be several things (`St`: street or saint), so
 * kinds are bits.
 */

/** Names a kind of street and stands before its name: `Rua Mina`. */
export const BEFORE: number = 1 << 0;
/** The same, but also an everyday word or name. */
export const BEFORE_WEAK: number = 1 << 1;
/** Names a kind of street and stands after its name, with the house number in front: `12 Baker Street`. */
export const AFTER: number = 1 << 2;
export const AFTER_WEAK: number = 1 << 3;
/** The same, with the house number behind: `Luite tee 87`. */
export const BACK: number = 1 << 4;
export const BACK_WEAK: number = 1 << 5;
/** The last part of a compound that is a street: `Bahnhofstrasse`. */
export const COMPOUND: number = 1 << 6;
export const COMPOUND_WEAK: number = 1 << 7;
/** A part of a building, numbered: `Apt. 4`. */
export const UNIT: number = 1 << 8;
/** A box at a post office, numbered: `Postfach 12`. */
export const BOX: number = 1 << 9;
export const COUNTRY: number = 1 << 10;
/** First and second word of a country's name; only both are one. */
export const COUNTRY_FIRST: number = 1 << 11;
export const COUNTRY_SECOND: number = 1 << 12;
/** The full name of a state or province, or its first word. */
export const REGION: number = 1 << 13;
/** A code of a state or province; counts in capitals only. */
export const REGION_CODE: number = 1 << 14;
/** Written small inside names: `Rue de la Paix`. */
export const PARTICLE: number = 1 << 15;
export const DIRECTION: number = 1 << 16;
export const MONTH: number = 1 << 17;
/** Never part of an address, even with a capital: first words of sentences, counted and ranked things. */
export const STOP: number = 1 << 18;
/** A label of something else: an address ends before it. */
export const LABEL: number = 1 << 19;
/** Military post: the office, and the area behind it. */
export const MILITARY: number = 1 << 20;
export const MILITARY_AREA: number = 1 << 21;
/** A dot behind it belongs to it. */
export const SHORT: number = 1 << 22;
/** Nothing without a dot behind it. */
export const DOTTED: number = 1 << 24;
/** A box that may be any box, unless the post is named before it. */
export const BOX_WEAK: number = 1 << 25;
export const POST: number = 1 << 26;
/** Says that a number follows: `nº 5`. */
export const NUMBER_SIGN: number = 1 << 27;
/** The house number stands in front of it: `12 rue Monge`. */
export const HOUSE_FIRST: number = 1 << 28;
/** Follows a house number: `15 bis`. */
export const REPEAT: number = 1 << 29;
/** Which of the doors on a floor: `3º Dcha.`. */
export const DOOR: number = 1 << 30;
/** A large city, of those whose name beside five digits makes these a postcode. */
export const CITY: number = 1 << 23;

/** Any kind of street. */
export const STREET: number =
  BEFORE | BEFORE_WEAK | AFTER | AFTER_WEAK | BACK | BACK_WEAK | COMPOUND | COMPOUND_WEAK;
