/**
 * Words of a quote and of a text -> the stretch of the text that aligns best with the quote
 *
 * Where a rare word of the quote stands, the quote may begin so many words before: these diagonals
 * vote. Around the best few, the words are aligned with the fewest losses and gains, weighted by rarity.
 */
export interface Aligned {
  /** Places of the first and last word of the stretch that have a partner in the quote. */
  readonly first: number;
  readonly last: number;
  /** From 0 to 1: twice the weight of what both have, over the weight of both. */
  readonly likeness: number;
  /** Words of the quote that are not in the stretch, and the other way round, in order. */
  readonly lost: readonly string[];
  readonly gained: readonly string[];
}

/** Words that stand more often than this say nothing about where. */
const COMMON = 200;
/** Diagonals this near vote together: so many words may have been put in or taken out. */
const DRIFT = 16;
const WINDOWS = 4;

export function align(quote: readonly string[], text: readonly string[]): Aligned | undefined {
  const weight = weigher(text);
  let best: Aligned | undefined;
  for (const diagonal of diagonals(quote, text, weight)) {
    const from = Math.max(0, diagonal - DRIFT - Math.floor(quote.length / 4));
    const to = Math.min(text.length, diagonal + Math.ceil(quote.length * 1.5) + 2 * DRIFT);
    const found = alignWithin(quote, text, from, to, weight);
    if (found !== undefined && found.likeness > (best?.likeness ?? 0)) best = found;
  }
  return best;
}

function weigher(text: readonly string[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const word of text) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + (text.length + 1) / ((counts.get(word) ?? 0) + 1));
}

/** Where the quote would begin, best voted first. */
function diagonals(
  quote: readonly string[],
  text: readonly string[],
  weight: (word: string) => number,
): readonly number[] {
  const places = new Map<string, number[]>(quote.map((word) => [word, []]));
  for (const [place, word] of text.entries()) places.get(word)?.push(place);
  const votes = new Map<number, number>();
  for (const [place, word] of quote.entries()) {
    const found = places.get(word) ?? [];
    if (found.length > COMMON) continue;
    for (const at of found) {
      const bucket = Math.floor((at - place) / DRIFT);
      const vote = weight(word);
      votes.set(bucket, (votes.get(bucket) ?? 0) + vote);
    }
  }
  const joined = [...votes.keys()].map((bucket) => {
    const sum = (votes.get(bucket) ?? 0) + (votes.get(bucket + 1) ?? 0);
    return { diagonal: bucket * DRIFT, sum };
  });
  joined.sort((one, other) => other.sum - one.sum || one.diagonal - other.diagonal);
  return joined.slice(0, WINDOWS).map(({ diagonal }) => diagonal);
}

/** Longest common subsequence by weight, with both ends of the window free. */
function alignWithin(
  quote: readonly string[],
  text: readonly string[],
  from: number,
  to: number,
  weight: (word: string) => number,
): Aligned | undefined {
  const width = to - from + 1;
  const score = new Float32Array((quote.length + 1) * width);
  const cell = (row: number, column: number): number => score[row * width + column] ?? 0;
  for (let row = 1; row <= quote.length; row += 1) {
    const word = quote[row - 1] ?? "";
    const gain = weight(word);
    for (let column = 1; column < width; column += 1) {
      const isMatch = text[from + column - 1] === word;
      score[row * width + column] = Math.max(
        cell(row - 1, column),
        cell(row, column - 1),
        isMatch ? cell(row - 1, column - 1) + gain : 0,
      );
    }
  }
  const pairs: Pair[] = [];
  for (let [row, column] = [quote.length, width - 1]; row > 0 && column > 0; ) {
    const word = quote[row - 1] ?? "";
    const matched = Math.fround(cell(row - 1, column - 1) + weight(word));
    // A match first, so that a word is paired where it stands nearest to what follows it.
    if (text[from + column - 1] === word && cell(row, column) === matched) {
      row -= 1;
      column -= 1;
      pairs.push({ row, column });
    } else if (cell(row, column) === cell(row - 1, column)) row -= 1;
    else column -= 1;
  }
  pairs.reverse();
  tighten(pairs, quote, text, from);
  const core = trimmed(pairs, quote, text.slice(from, to), weight);
  const [first, last] = [core[0], core.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const rows = new Set(core.map(({ row }) => row));
  const columns = new Set(core.map(({ column }) => column));
  const stretch = text.slice(from + first.column, from + last.column + 1);
  const sum = (words: readonly string[]): number => words.reduce((total, word) => total + weight(word), 0);
  const common = sum(core.map(({ row }) => quote[row] ?? ""));
  return {
    first: from + first.column,
    last: from + last.column,
    likeness: (2 * common) / (sum(quote) + sum(stretch)),
    lost: quote.filter((_, row) => !rows.has(row)),
    gained: stretch.filter((_, index) => !columns.has(first.column + index)),
  };
}

interface Pair {
  readonly row: number;
  column: number;
}

/** Of several places with the same word, each word takes the first behind its forerunner's. */
function tighten(
  pairs: readonly Pair[],
  quote: readonly string[],
  text: readonly string[],
  from: number,
): void {
  for (const [index, pair] of pairs.entries()) {
    const before = pairs[index - 1];
    if (before === undefined) continue;
    const place = text.indexOf(quote[pair.row] ?? "", from + before.column + 1) - from;
    if (place >= 0 && place < pair.column) pair.column = place;
  }
}

/** A stray word far from the rest must not stretch the find: ends that cost more than they bring are cut. */
function trimmed(
  pairs: readonly Pair[],
  quote: readonly string[],
  text: readonly string[],
  weight: (word: string) => number,
): readonly Pair[] {
  const sums = new Float64Array(text.length + 1);
  for (const [index, word] of text.entries()) sums[index + 1] = (sums[index] ?? 0) + weight(word);
  // Best run by gain less the weight of what stands between, which is Kadane's maximum sum.
  let [best, bestFrom, bestTo] = [0, 0, 0];
  let [current, start] = [0, 0];
  for (const [index, { row, column }] of pairs.entries()) {
    const before = index > start ? pairs[index - 1] : undefined;
    const between = before === undefined ? 0 : (sums[column] ?? 0) - (sums[before.column + 1] ?? 0);
    if (current - between / 2 <= 0) [current, start] = [0, index];
    else current -= between / 2;
    current += weight(quote[row] ?? "");
    if (current > best) [best, bestFrom, bestTo] = [current, start, index + 1];
  }
  return pairs.slice(bestFrom, bestTo);
}
