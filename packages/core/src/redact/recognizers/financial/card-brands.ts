/**
 * Number ranges of payment cards (ISO/IEC 7812 issuer identification numbers) with their lengths.
 *
 * `firm` ranges belong to one brand and are narrow enough that a number with a right check digit is
 * seldom anything else; the others need a word beside the number, or the grouping of a card.
 */
interface CardRange {
  /** First and last beginning, both of the same number of digits. */
  readonly from: number;
  readonly to: number;
  readonly lengths: readonly number[];
  readonly firm: boolean;
}

function range(from: number, to: number, lengths: readonly number[], firm: boolean): CardRange {
  return { from, to, lengths, firm };
}

const LONG = [16, 17, 18, 19];
const MAESTRO = [12, 13, 14, 15, 16, 17, 18, 19];

const CARD_RANGES: readonly CardRange[] = [
  // Visa: 13 digits are of the time before 1990, 19 are issued in some countries.
  range(4, 4, [16], true),
  range(4, 4, [13, 18, 19], false),
  // Mastercard
  range(51, 55, [16], true),
  range(2221, 2720, [16], true),
  // American Express
  range(34, 34, [15], true),
  range(37, 37, [15], true),
  // Diners Club
  range(300, 305, [14, 16, 19], true),
  range(3095, 3095, [14, 16, 19], true),
  range(36, 36, [14], true),
  range(38, 39, [14], true),
  range(36, 39, [16, 17, 18, 19], false),
  // Discover
  range(6011, 6011, LONG, true),
  range(644, 659, LONG, true),
  // UnionPay, and what Discover shares with it
  range(62, 62, LONG, true),
  range(81, 82, LONG, false),
  // JCB
  range(3528, 3589, LONG, true),
  range(35, 35, [16], false),
  range(1800, 1800, [15], true),
  range(2131, 2131, [15], true),
  // Mir, Borica, Troy, Verve, RuPay, Elo, Hipercard, Dankort
  range(2200, 2205, LONG, true),
  range(9792, 9792, [16], true),
  range(506, 508, LONG, true),
  range(6362, 6363, [16], true),
  range(6062, 6062, [16], true),
  range(5019, 5019, [16], true),
  // Maestro and the national schemes that became part of it
  range(5018, 5018, MAESTRO, true),
  range(5020, 5020, MAESTRO, true),
  range(5038, 5038, MAESTRO, true),
  range(5893, 5893, MAESTRO, true),
  range(6304, 6304, MAESTRO, true),
  range(6759, 6763, MAESTRO, true),
  range(604, 604, MAESTRO, false),
  range(50, 50, MAESTRO, false),
  range(56, 58, MAESTRO, false),
  range(60, 61, MAESTRO, false),
  range(63, 69, MAESTRO, false),
  // UATP
  range(1, 1, [15], false),
];

/** Written with a zero before it, as some test numbers of Maestro are. */
const ZERO = 604;

/** By the first two digits: whether any range begins so. */
const BEGINNINGS = new Uint8Array(100);
for (const { from, to } of CARD_RANGES) {
  const scale = from < 10 ? 0.1 : 10 ** (String(from).length - 2);
  for (
    let pair = Math.floor(from / scale);
    pair <= Math.floor((to + (scale < 1 ? 0.9 : 0)) / scale);
    pair += 1
  ) {
    BEGINNINGS[pair] = 1;
  }
}

export const NO_CARD = 0;
const LOOSE = 1;
export const FIRM = 2;

/** Whether `count` digits at `from` are in a range of cards, and in what kind of range. */
export function cardRange(digits: ArrayLike<number>, from: number, count: number): number {
  const first = digits[from] ?? 0;
  const begin = first === 0 ? from + 1 : from;
  const pair = (digits[begin] ?? 0) * 10 + (digits[begin + 1] ?? 0);
  if (BEGINNINGS[pair] !== 1) return NO_CARD;
  const four = pair * 100 + (digits[begin + 2] ?? 0) * 10 + (digits[begin + 3] ?? 0);
  if (first === 0) return Math.floor(four / 10) === ZERO && count === 12 ? LOOSE : NO_CARD;
  let kind = NO_CARD;
  for (const { from: low, to: high, lengths, firm } of CARD_RANGES) {
    const scale = low >= 1000 ? 1 : low >= 100 ? 10 : low >= 10 ? 100 : 1000;
    const start = Math.floor(four / scale);
    if (start >= low && start <= high && lengths.includes(count)) kind = Math.max(kind, firm ? FIRM : LOOSE);
  }
  return kind;
}
