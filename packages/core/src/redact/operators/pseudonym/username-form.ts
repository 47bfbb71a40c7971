/** `@dave_99` -> `@relindross4821`: an invented word and four digits, all checked by the key. */
import { Draw, type Prf } from "../prf.ts";
import type { Form } from "./form.ts";
import type { NameWords } from "./name-words.ts";

const HANDLE = /^@?([a-z]+)(\d\d)(\d\d)$/i;

export class UsernameForm implements Form {
  readonly #prf: Prf;
  readonly #scope: string;
  readonly #words: NameWords;

  constructor(prf: Prf, scope: string, words: NameWords) {
    this.#prf = prf;
    this.#scope = scope;
    this.#words = words;
  }

  make(value: string, draw: Draw): string {
    const front = `${this.#words.fromDraw(draw)}${10 + draw.below(90)}`;
    return `${value.startsWith("@") ? "@" : ""}${front}${this.#check(front)}`;
  }

  isOwn(value: string): boolean {
    const [, word, number, check] = HANDLE.exec(value) ?? [];
    if (word === undefined || number === undefined) return false;
    return this.#words.isOwn(word) && check === this.#check(`${word.toLowerCase()}${number}`);
  }

  #check(front: string): string {
    return String(10 + new Draw(this.#prf, "username-check", this.#scope, front).below(90));
  }
}
