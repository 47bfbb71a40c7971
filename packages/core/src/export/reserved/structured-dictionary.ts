/**
 * The value of a structured header field -> its dictionary (RFC 9651, section 4.2.2)
 *
 * Strict as the standard asks: one wrong character and the whole field says nothing. Only what is
 * asked of a dictionary here is kept: members with their bare values; parameters are checked and dropped.
 */

/** A token is told apart from a string of the same letters, since only tokens mean something to AIPREF. */
export type BareItem =
  | { readonly kind: "token" | "string" | "bytes" | "display"; readonly value: string }
  | { readonly kind: "integer" | "decimal" | "date"; readonly value: number }
  | { readonly kind: "boolean"; readonly value: boolean };

/** `undefined` for an inner list, whose members nobody asks for. */
export type Dictionary = ReadonlyMap<string, BareItem | undefined>;

const KEY = /[a-z*][a-z0-9_.*-]*/y;
const NUMBER = /-?(\d+)(?:\.(\d+))?/y;
const TOKEN = /[A-Za-z*][A-Za-z0-9:/!#$%&'*+.^_`|~-]*/y;
const STRING = /"((?:[\x20-\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"/y;
const BYTES = /:([A-Za-z0-9+/]*={0,2}):/y;
const DISPLAY = /%"((?:[\x20\x21\x23\x24\x26-\x7e]|%[0-9a-f]{2})*)"/y;
const BOOLEAN = /\?([01])/y;
const DATE = /@(-?\d{1,15})(?!\.)/y;
const SPACES = / */y;
/** Between members a tab may stand too. */
const BLANKS = /[ \t]*/y;

/** Undefined where the text is no dictionary. An empty one is a dictionary without members. */
export function parseDictionary(text: string): Dictionary | undefined {
  try {
    return new Reader(text).dictionary();
  } catch (error) {
    if (error === BROKEN) return undefined;
    throw error;
  }
}

/** Thrown inside the reader alone: most text that is tried is no dictionary, and a stack would cost. */
const BROKEN: unique symbol = Symbol("no dictionary");

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  dictionary(): Dictionary {
    const members = new Map<string, BareItem | undefined>();
    this.#take(SPACES);
    while (this.#at < this.#text.length) {
      const [key] = this.#need(KEY);
      let value: BareItem | undefined = { kind: "boolean", value: true };
      if (this.#skip("=")) value = this.#text[this.#at] === "(" ? this.#innerList() : this.#bareItem();
      this.#parameters();
      members.set(key, value);
      this.#take(BLANKS);
      if (this.#at === this.#text.length) return members;
      if (!this.#skip(",")) throw BROKEN;
      this.#take(BLANKS);
      if (this.#at === this.#text.length) throw BROKEN;
    }
    return members;
  }

  #innerList(): undefined {
    this.#at += 1;
    for (;;) {
      this.#take(SPACES);
      if (this.#skip(")")) return undefined;
      this.#bareItem();
      this.#parameters();
      const next = this.#text[this.#at];
      if (next !== " " && next !== ")") throw BROKEN;
    }
  }

  #parameters(): void {
    while (this.#skip(";")) {
      this.#take(SPACES);
      this.#need(KEY);
      if (this.#skip("=")) this.#bareItem();
    }
  }

  #bareItem(): BareItem {
    const first = this.#text[this.#at] ?? "";
    if (first === '"')
      return { kind: "string", value: (this.#need(STRING)[1] ?? "").replace(/\\(.)/g, "$1") };
    if (first === ":") return { kind: "bytes", value: this.#need(BYTES)[1] ?? "" };
    if (first === "?") return { kind: "boolean", value: this.#need(BOOLEAN)[1] === "1" };
    if (first === "@") return { kind: "date", value: Number(this.#need(DATE)[1]) };
    if (first === "%") return { kind: "display", value: displayOf(this.#need(DISPLAY)[1] ?? "") };
    if (first === "-" || (first >= "0" && first <= "9")) return this.#number();
    return { kind: "token", value: this.#need(TOKEN)[0] };
  }

  #number(): BareItem {
    const [text, whole = "", fraction] = this.#need(NUMBER);
    const isTooLong = fraction === undefined ? whole.length > 15 : whole.length > 12 || fraction.length > 3;
    if (isTooLong || this.#text[this.#at] === ".") throw BROKEN;
    return { kind: fraction === undefined ? "integer" : "decimal", value: Number(text) };
  }

  #skip(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match !== null) this.#at += match[0].length;
    return match;
  }

  #need(pattern: RegExp): RegExpExecArray {
    const match = this.#take(pattern);
    if (match === null) throw BROKEN;
    return match;
  }
}

function displayOf(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    // Percent signs that make no UTF-8.
    throw BROKEN;
  }
}
