/**
 * The text of a clause -> **features**, by hash
 *
 * Blocks of features are counted apart, because the model brings each to its own length before it sums:
 * words with runs and pairs of words, letters inside words, and how long the clause is.
 */
export const BLOCKS = ["words", "letters", "length"] as const;

/** Of one block: distinct hashes, rising, and how often each occurs. */
export interface Block {
  readonly hashes: Int32Array;
  readonly times: Int32Array;
}

/** By block, in the order of {@link BLOCKS}. */
export type Features = readonly Block[];

/** Part of the trained model, like everything here: what changes the hashes asks for a new training. */
const HASH_BITS = 26;

/** What of a text is read, in UTF-16 code units: a clause says early what it is about. */
const LONGEST_TEXT = 6_000;
const LONGEST_WORD = 40;
/** How far apart the two words of a pair may stand. */
const REACH = 6;
const LONGEST_RUN = 3;
const [FEWEST_LETTERS, MOST_LETTERS] = [3, 5];
const LONGEST_LENGTH = 7;

const SALT = { run: 1, letters: 2, pair: 3, length: 4 } as const;
const SPACE = 0x20;

const TAG = /<\/?[a-z][^<>]{0,200}>/giu;
const LINK_TARGET = /\]\([^()\s]{0,500}\)/gu;
const ENTITY = /&#?[a-z0-9]{1,8};/giu;
const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)?|\p{N}+/gu;
const DIGIT = /\p{N}/u;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const MIX = 0x2c1b3c6d;

export function featuresOf(text: string): Features {
  const words = wordsOf(text);
  const [runs, letters]: [number[], number[]] = [[], []];
  addRuns(runs, words);
  addPairs(runs, words);
  for (const word of words) addLetters(letters, word);
  const length = Math.min(LONGEST_LENGTH, Math.floor(Math.log2(words.length + 1)));
  return [runs, letters, [key(hashed(hashed(FNV_OFFSET, SALT.length), length))]].map(counted);
}

/** Small letters, without markup; every number is the same word. */
function wordsOf(text: string): readonly string[] {
  const plain = text
    .slice(0, LONGEST_TEXT)
    .replace(TAG, " ")
    .replace(LINK_TARGET, "] ")
    .replace(ENTITY, " ")
    .toLowerCase();
  return Array.from(plain.matchAll(WORD), ([word]) =>
    DIGIT.test(word) ? "0" : word.replace("’", "'").slice(0, LONGEST_WORD),
  );
}

function addRuns(keys: number[], words: readonly string[]): void {
  for (let start = 0; start < words.length; start += 1) {
    let hash = hashed(FNV_OFFSET, SALT.run);
    const end = Math.min(words.length, start + LONGEST_RUN);
    for (let at = start; at < end; at += 1) {
      hash = hashed(hashedText(hash, words[at] ?? ""), SPACE);
      keys.push(key(hash));
    }
  }
}

/** Two words with others between them: "may … terminate", "without … notice". */
function addPairs(keys: number[], words: readonly string[]): void {
  for (let start = 0; start < words.length; start += 1) {
    const first = hashed(hashedText(hashed(FNV_OFFSET, SALT.pair), words[start] ?? ""), SPACE);
    const end = Math.min(words.length - 1, start + REACH);
    for (let at = start + 2; at <= end; at += 1) keys.push(key(hashedText(first, words[at] ?? "")));
  }
}

/** Runs of letters inside a word; its ends count as letters. */
function addLetters(keys: number[], word: string): void {
  const padded = ` ${word} `;
  for (let start = 0; start + FEWEST_LETTERS <= padded.length; start += 1) {
    let hash = hashed(FNV_OFFSET, SALT.letters);
    for (let length = 1; length <= MOST_LETTERS && start + length <= padded.length; length += 1) {
      hash = hashed(hash, padded.charCodeAt(start + length - 1));
      if (length >= FEWEST_LETTERS) keys.push(key(hash));
    }
  }
}

function hashed(hash: number, code: number): number {
  return Math.imul(hash ^ code, FNV_PRIME);
}

function hashedText(hash: number, text: string): number {
  let value = hash;
  for (let at = 0; at < text.length; at += 1) value = hashed(value, text.charCodeAt(at));
  return value;
}

/** The last letters hardly reach the upper bits of FNV-1a: mixed once more. */
function key(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), MIX) >>> (32 - HASH_BITS);
}

function counted(keys: readonly number[]): Block {
  const sorted = Int32Array.from(keys).sort();
  const hashes: number[] = [];
  const times: number[] = [];
  for (const hash of sorted) {
    if (hashes.at(-1) === hash) times[times.length - 1] = (times.at(-1) ?? 0) + 1;
    else {
      hashes.push(hash);
      times.push(1);
    }
  }
  return { hashes: Int32Array.from(hashes), times: Int32Array.from(times) };
}
