/**
 * `Dr. David van Johnson`, `12 Main Street`, `Acme Ltd` -> the same layout with invented words
 *
 * Persons, places, addresses and organisations alike: each word by itself, in its case; numbers by
 * others. Numbers of four digits and more and codes such as postcodes become zeros and `X`: they
 * could be found alone, and `00000` is nobody's postcode.
 */
import type { EntityType } from "../../entity.ts";
import type { Draw } from "../prf.ts";
import type { Form } from "./form.ts";
import { KEPT_ENDS, KEPT_WORDS } from "./kept-words.ts";
import type { NameWords } from "./name-words.ts";

/** A word (with `O’Brien` as one), a number or a code of letters and digits; what is between stays. */
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
const POSSESSIVE = /['’]s$/i;
const HOUSE_NUMBER = /^(\d{1,3})([a-z]?)$/i;
const CROSSED_OUT = /^[Xx0]+$/;
const PLACES: ReadonlySet<EntityType> = new Set(["ADDRESS", "POSTCODE", "LOCATION"]);

interface Word {
  readonly text: string;
  readonly kind: "word" | "kept" | "initial" | "number";
}

export class NameForm implements Form {
  readonly #words: NameWords;

  constructor(words: NameWords) {
    this.#words = words;
  }

  make(value: string, draw: Draw): string {
    const words = wordsOf(value);
    const hasWord = words.some(({ kind }) => kind === "word");
    const isNamed = hasWord || words.some(({ kind }) => kind === "initial");
    const isLong = words.some(({ kind, text }) => kind === "word" && text.length > 3);
    let index = -1;
    return value.replace(TOKEN, (text) => {
      index += 1;
      switch (words[index]?.kind) {
        case "number":
          return isNamed ? numberFor(text, draw) : crossedOut(text);
        case "initial":
          // An initial alone could not be told from any other on the second pass.
          return hasWord ? cased(text, this.#words.initialFor(text)) : this.#wordFor(text);
        case "kept":
          return isNamed ? text : this.#wordFor(text);
        default:
          return isLong && isShort(text) ? crossedOut(text) : this.#wordFor(text);
      }
    });
  }

  isOwn(value: string, type: EntityType): boolean {
    const isPlace = PLACES.has(type);
    if (!isPlace && !this.#words.hasOwn(value)) return false;
    const words = wordsOf(value);
    const names = words.filter(({ kind, text }) => kind === "word" && !CROSSED_OUT.test(text));
    if (names.length > 0) return names.every(({ text }) => this.#isOwnWord(text));
    return isPlace && words.length > 0 && words.every(({ text }) => CROSSED_OUT.test(text));
  }

  #wordFor(text: string): string {
    const suffix = POSSESSIVE.exec(text)?.[0] ?? endOf(text);
    const stem = text.slice(0, text.length - suffix.length);
    return `${cased(stem, this.#words.wordFor(stem))}${suffix}`;
  }

  #isOwnWord(text: string): boolean {
    if (this.#words.isOwn(text)) return true;
    const suffix = POSSESSIVE.exec(text)?.[0] ?? endOf(text);
    return suffix !== "" && this.#words.isOwn(text.slice(0, -suffix.length));
  }
}

function wordsOf(value: string): readonly Word[] {
  return (value.match(TOKEN) ?? []).map((text) => {
    if (/\p{N}/u.test(text)) return { text, kind: "number" };
    if (KEPT_WORDS.has(text.toLowerCase())) return { text, kind: "kept" };
    const isInitial = [...text].length === 1 && text !== text.toLowerCase();
    return { text, kind: isInitial ? "initial" : "word" };
  });
}

function endOf(text: string): string {
  const lower = text.toLowerCase();
  const end = KEPT_ENDS.find((one) => lower.endsWith(one) && lower.length > one.length + 1);
  return end === undefined ? "" : text.slice(-end.length);
}

/** `CA`, `NRW`: beside a longer word it is the name of a region. */
function isShort(text: string): boolean {
  return text.length < 4 && text === text.toUpperCase();
}

function numberFor(text: string, draw: Draw): string {
  const [, digits, letter] = HOUSE_NUMBER.exec(text) ?? [];
  if (digits === undefined) return crossedOut(text);
  const first = 1 + draw.below(9);
  return `${first}${[...digits.slice(1)].map(() => draw.below(10)).join("")}${letter ?? ""}`;
}

function crossedOut(text: string): string {
  return text.replace(/\p{N}/gu, "0").replace(/[\p{L}\p{M}]/gu, "X");
}

/** The word in the case of what it stands for. */
function cased(like: string, word: string): string {
  const upper = like.toUpperCase();
  if (like === like.toLowerCase() && like !== upper) return word;
  if (like === upper && [...like].length > 1 && like !== like.toLowerCase()) return word.toUpperCase();
  return word.charAt(0).toUpperCase() + word.slice(1);
}
