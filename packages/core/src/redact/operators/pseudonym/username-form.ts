/** `@dave_99` -> `@relindross4821`: an invented word and four digits, all checked by the key. */
import type { Draw } from "../prf.ts";
import type { Form } from "./form.ts";
import type { KeyedCheck } from "./keyed-check.ts";
import type { NameWords } from "./name-words.ts";

const HANDLE = /^@?([a-z]+)(\d\d)(\d\d)$/i;

export class UsernameForm implements Form {
  readonly #checks: KeyedCheck;
  readonly #words: NameWords;

  constructor(checks: KeyedCheck, words: NameWords) {
    this.#checks = checks;
    this.#words = words;
  }

  make(value: string, draw: Draw): string {
    const front = `${this.#words.fromDraw(draw)}${10 + draw.below(90)}`;
    return `${value.startsWith("@") ? "@" : ""}${front}${this.#check(front)}`;
  }

  isOwn(value: string): boolean {
    const [, word, number, check] = HANDLE.exec(value) ?? [];
    if (word === undefined || number === undefined) return false;
    return this.#words.isOwn(word) && check === this.#check(`${word}${number}`);
  }

  #check(front: string): string {
    return String(10 + (this.#checks.of(`@${front}`) % 90));
  }
}
