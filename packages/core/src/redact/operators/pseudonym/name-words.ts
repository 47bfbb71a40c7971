/**
 * A word of a name -> an invented word: `Johnson` -> `Rilendross`
 *
 * The same word always gives the same one, wherever it stands in a name, so that `David Johnson` and
 * `Johnson` stay together without anything being remembered. The initial follows from the initial
 * alone: `D. Johnson` goes with them. The end of an invented word is a keyed check on its beginning.
 */
import { Draw, type Prf } from "../prf.ts";
import { BEGINNINGS, ENDS, MIDDLES } from "./name-syllables.ts";

interface Syllables {
  readonly initial: number;
  readonly beginning: number;
  readonly middle: number;
}

/** Ends fall into as many classes; the check says which class it must be. */
const CHECKS = 16;
const PER_CHECK = ENDS.length / CHECKS;
const SHORTEST = Math.min(...ENDS.map((end) => end.length));
const LONGEST = Math.max(...ENDS.map((end) => end.length));

export class NameWords {
  readonly #prf: Prf;
  readonly #scope: string;
  readonly #checks: Uint8Array;
  readonly #initials = new Map<string, number>();

  constructor(prf: Prf, scope: string) {
    this.#prf = prf;
    this.#scope = scope;
    this.#checks = new Draw(prf, "name-check", scope).bytes(BEGINNINGS.length * 16 + MIDDLES.length);
  }

  /** In lower case. */
  wordFor(word: string): string {
    const plain = plainOf(word);
    return this.fromDraw(new Draw(this.#prf, "name-word", this.#scope, plain), this.#initialOf(plain));
  }

  /** What an initial becomes: the initial of every word that begins with it. */
  initialFor(letter: string): string {
    return BEGINNINGS[this.#initialOf(plainOf(letter))]?.[0]?.charAt(0) ?? "";
  }

  fromDraw(draw: Draw, initial: number = draw.below(BEGINNINGS.length)): string {
    const beginning = draw.below(16);
    const middle = draw.below(MIDDLES.length);
    const end = this.#check({ initial, beginning, middle }) * PER_CHECK + draw.below(PER_CHECK);
    return `${BEGINNINGS[initial]?.[beginning] ?? ""}${MIDDLES[middle] ?? ""}${ENDS[end] ?? ""}`;
  }

  /** Whether any row of letters in the text is an invented word. Most texts have none. */
  hasOwn(text: string): boolean {
    let start = -1;
    for (let at = 0; at <= text.length; at += 1) {
      const code = text.charCodeAt(at) | 0x20;
      const isLetter = at < text.length && code >= 0x61 && code <= 0x7a;
      if (isLetter && start < 0) start = at;
      if (isLetter || start < 0) continue;
      if (at - start > SHORTEST && this.isOwn(text.slice(start, at))) return true;
      start = -1;
    }
    return false;
  }

  isOwn(word: string): boolean {
    const text = word.toLowerCase();
    for (let size = SHORTEST; size <= LONGEST && size < text.length; size += 1) {
      const end = END_INDEX.get(text.slice(-size));
      const front = end === undefined ? undefined : FRONTS.get(text.slice(0, -size));
      if (end !== undefined && front?.some((one) => this.#check(one) === Math.floor(end / PER_CHECK)))
        return true;
    }
    return false;
  }

  #initialOf(plain: string): number {
    const letter = plain.charAt(0);
    const known = this.#initials.get(letter);
    if (known !== undefined) return known;
    const initial = new Draw(this.#prf, "name-initial", this.#scope, letter).below(BEGINNINGS.length);
    this.#initials.set(letter, initial);
    return initial;
  }

  #check({ initial, beginning, middle }: Syllables): number {
    const one = this.#checks[initial * 16 + beginning] ?? 0;
    const other = this.#checks[BEGINNINGS.length * 16 + middle] ?? 0;
    return (one ^ other) % CHECKS;
  }
}

/** Whether the word is of the syllables that invented words are made of, by whatever key: what can be told without one. */
export function hasInventedForm(word: string): boolean {
  const text = word.toLowerCase();
  for (let size = SHORTEST; size <= LONGEST && size < text.length; size += 1) {
    if (END_INDEX.has(text.slice(-size)) && FRONTS.has(text.slice(0, -size))) return true;
  }
  return false;
}

const END_INDEX: ReadonlyMap<string, number> = new Map(ENDS.map((end, index) => [end, index]));

/** `mar` and `ma` are beginnings both: what is written may be read in more than one way. */
const FRONTS: ReadonlyMap<string, readonly Syllables[]> = Map.groupBy(
  BEGINNINGS.flatMap((line, initial) =>
    line.flatMap((_, beginning) => MIDDLES.map((_middle, middle) => ({ initial, beginning, middle }))),
  ),
  ({ initial, beginning, middle }) => `${BEGINNINGS[initial]?.[beginning] ?? ""}${MIDDLES[middle] ?? ""}`,
);

/** Without marks on letters and without case: `José` is `jose`. */
function plainOf(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
