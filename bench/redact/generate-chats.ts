/**
 * Chats with about 1.3 personal values per kilobyte, as JSON Lines in the shape of training data
 *
 * The same seed gives the same bytes. Each line is one conversation; the values that were put in are
 * handed back, so that what is left of them in an output can be counted.
 */
import { CLEAN, PERSONAL } from "./sentences.ts";
import { Dice, type Kind, VALUES } from "./values.ts";

export interface Chats {
  readonly text: string;
  readonly gold: readonly { readonly kind: Kind; readonly value: string }[];
}

/** Sentences without a value for each one with: about 1.3 values per kilobyte. */
const CLEAN_PER_PERSONAL = 11;

/** @param size bytes, about */
export function generateChats(size: number, seed: number): Chats {
  const dice = new Dice(seed);
  const lines: string[] = [];
  const gold: { kind: Kind; value: string }[] = [];
  let bytes = 0;
  const sentence = (): string => {
    if (dice.below(CLEAN_PER_PERSONAL + 1) > 0) return dice.pick(CLEAN);
    return dice.pick(PERSONAL).replace(/\{(\w+)\}/g, (_, kind: Kind) => {
      const value = VALUES[kind](dice);
      gold.push({ kind, value });
      return value;
    });
  };
  while (bytes < size) {
    const turns = 2 + dice.below(5);
    const messages = Array.from({ length: turns }, (_, index) => ({
      role: index % 2 === 0 ? "user" : "assistant",
      content: Array.from({ length: 1 + dice.below(5) }, sentence).join(dice.pick([" ", "\n", "\n\n"])),
    }));
    const line = JSON.stringify({ messages });
    lines.push(line);
    bytes += line.length + 1;
  }
  return { text: `${lines.join("\n")}\n`, gold };
}
