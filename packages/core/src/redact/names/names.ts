/**
 * The **names finder** that is shipped: lexicon and weights of `data`, read once
 *
 * Some 2 MB of text become tables the first time somebody asks; who never looks for names never pays.
 */
import { LEXICON_1 } from "./data/lexicon-1.ts";
import { LEXICON_2 } from "./data/lexicon-2.ts";
import { TRANSITIONS, UNIT } from "./data/transitions.ts";
import { WEIGHTS_1 } from "./data/weights-1.ts";
import { WEIGHTS_2 } from "./data/weights-2.ts";
import { NamesFinder } from "./finder.ts";
import { Lexicon } from "./lexicon.ts";
import { type Model, modelOf } from "./tagger.ts";

let shared: { readonly lexicon: Lexicon; readonly model: Model } | undefined;

/** A finder of its own for each scanner: it keeps what it knows of the document at hand. */
export function namesFinder(): NamesFinder {
  shared ??= {
    lexicon: new Lexicon(bytesOf([LEXICON_1, LEXICON_2])),
    model: modelOf({
      values: new Int8Array(bytesOf([WEIGHTS_1, WEIGHTS_2]).buffer),
      unit: UNIT,
      transitions: Float32Array.from(TRANSITIONS),
    }),
  };
  return new NamesFinder(shared.lexicon, shared.model);
}

const VALUES = new Uint8Array(128);
for (const [value, letter] of [
  ..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
].entries()) {
  VALUES[letter.charCodeAt(0)] = value;
}

/** The bytes behind base64 that was cut into parts at multiples of four. */
function bytesOf(parts: readonly string[]): Uint8Array<ArrayBuffer> {
  const padding = parts.at(-1)?.match(/=*$/)?.[0].length ?? 0;
  const size = (parts.reduce((sum, part) => sum + part.length, 0) / 4) * 3;
  const bytes = new Uint8Array(size);
  let fill = 0;
  for (const part of parts) {
    for (let at = 0; at < part.length; at += 4) {
      const bits =
        ((VALUES[part.charCodeAt(at)] ?? 0) << 18) |
        ((VALUES[part.charCodeAt(at + 1)] ?? 0) << 12) |
        ((VALUES[part.charCodeAt(at + 2)] ?? 0) << 6) |
        (VALUES[part.charCodeAt(at + 3)] ?? 0);
      bytes[fill] = bits >> 16;
      bytes[fill + 1] = (bits >> 8) & 0xff;
      bytes[fill + 2] = bits & 0xff;
      fill += 3;
    }
  }
  return bytes.slice(0, size - padding);
}
