/**
 * An address for mail -> `relindross.tavokist482@example.org`
 *
 * The domains are kept for examples (RFC 2606) and take no mail. Both words and the three digits are
 * checked by the key, so that a real name at example.com is not taken for a pseudonym.
 */
import type { Draw } from "../prf.ts";
import type { Form } from "./form.ts";
import type { KeyedCheck } from "./keyed-check.ts";
import { hasInventedForm, type NameWords } from "./name-words.ts";

const DOMAINS = ["example.com", "example.net", "example.org"] as const;
const ADDRESS = /^(?:mailto:)?([a-z]+)\.([a-z]+)(\d{3})@example\.(?:com|net|org)$/i;

/** Whether an address has the form of a pseudonym, by whatever key: nobody can be reached under it. */
export function isInventedAddress(value: string): boolean {
  const [, first, last] = ADDRESS.exec(value) ?? [];
  return first !== undefined && last !== undefined && hasInventedForm(first) && hasInventedForm(last);
}

export class EmailForm implements Form {
  readonly #checks: KeyedCheck;
  readonly #words: NameWords;

  constructor(checks: KeyedCheck, words: NameWords) {
    this.#checks = checks;
    this.#words = words;
  }

  make(_value: string, draw: Draw): string {
    const first = this.#words.fromDraw(draw);
    const last = this.#words.fromDraw(draw);
    return `${first}.${last}${this.#check(first, last)}@${draw.pick(DOMAINS)}`;
  }

  isOwn(value: string): boolean {
    if (!value.includes("@example.")) return false;
    const [, first, last, check] = ADDRESS.exec(value) ?? [];
    return (
      first !== undefined &&
      last !== undefined &&
      this.#words.isOwn(first) &&
      this.#words.isOwn(last) &&
      check === this.#check(first, last)
    );
  }

  #check(first: string, last: string): string {
    return String(100 + (this.#checks.of(`${first}.${last}@`) % 900));
  }
}
