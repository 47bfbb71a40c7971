/**
 * A short text -> a number that only the key's holder can foretell
 *
 * Check places of pseudonyms. Asked about every value that is found, so it is table look-ups, not a
 * hash: the table comes from the key. Nobody gains by forging it; what it must not do is let a real
 * value pass, and one in the number of checks does.
 */
import { Draw, type Prf } from "../prf.ts";

const PLACES = 32;
const CHARS = 64;

export class KeyedCheck {
  readonly #table: Uint32Array;

  constructor(prf: Prf, scope: string) {
    const bytes = new Draw(prf, "checks", scope).bytes(PLACES * CHARS * 4);
    this.#table = new Uint32Array(bytes.buffer);
  }

  /** 32 bits for a text, the same whether it is in capitals or not. */
  of(text: string): number {
    let sum = text.length;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      const folded = code >= 0x61 && code <= 0x7a ? code - 0x20 : code;
      const mixed = sum ^ (this.#table[(at % PLACES) * CHARS + (folded % CHARS)] ?? 0);
      sum = Math.imul((mixed << 13) | (mixed >>> 19), 0x9e3779b1);
    }
    return (sum ^ (sum >>> 15)) >>> 0;
  }
}
