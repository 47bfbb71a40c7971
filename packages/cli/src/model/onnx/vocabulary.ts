/**
 * `vocab.txt` -> **Vocabulary**: words and parts of words by number, one on each line
 */
import type { Fail } from "../model-failed.ts";

export interface Vocabulary {
  readonly ids: ReadonlyMap<string, number>;
  readonly begin: number;
  readonly separator: number;
  readonly unknown: number;
  /** Some of its words have capitals. */
  readonly isCased: boolean;
}

/** @throws ProvisoError MODEL_FAILED where the three tokens that every such vocabulary has are not there */
export function readVocabulary(content: string, file: string, fail: Fail): Vocabulary {
  const ids = new Map<string, number>();
  for (const [index, line] of content
    .replace(/\r?\n$/, "")
    .split(/\r?\n/)
    .entries())
    ids.set(line, index);
  const special = (token: string): number => {
    const id = ids.get(token);
    if (id !== undefined) return id;
    throw fail(
      `\`${file}\` has no \`${token}\`: it is no vocabulary of word pieces`,
      "a model of the BERT family comes with such a vocabulary, named vocab.txt",
    );
  };
  return {
    ids,
    begin: special("[CLS]"),
    separator: special("[SEP]"),
    unknown: special("[UNK]"),
    isCased: [...ids.keys()].some((word) => /^(?:##)?\p{Lu}/u.test(word)),
  };
}
