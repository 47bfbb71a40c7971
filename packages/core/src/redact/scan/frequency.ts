/**
 * How often two letters stand side by side in ordinary text, on a logarithmic scale from 0 to 9.
 *
 * Rows by the first letter, columns by the second; counted over public English, Portuguese and
 * Swedish text. Only the order matters: it decides at which pair a literal is looked for.
 */
const LETTERS: readonly string[] = [
  "57784675736989374999675485",
  "74338222622622722643722262",
  "83538338727623932647622242",
  "83359343832444832663633252",
  "96798664635889664998576664",
  "73327622722522822736612231",
  "73228247622534722754622242",
  "93349224822434822549522251",
  "75877673436879853799372425",
  "62225222322222622222622221",
  "62227323723435522464342242",
  "84379544835853842466644273",
  "86339333722363862353622262",
  "84798594846546832479543263",
  "56775865636889872988978453",
  "72338226622742762755522242",
  "22122222221212211222722222",
  "84679463826667842678653272",
  "74648437835554863379734252",
  "84539439922543982879746263",
  "65657463625768362888233343",
  "62229222722322522233222232",
  "82338227722325722453223232",
  "42423212422222342225222322",
  "54446332522444831464323232",
  "42225212422222312222212234",
];

/** Spaces, quotes and the like are everywhere; other punctuation is rare; digits lie between. */
const COMMON = new Set(Array.from(" \n\"',.", (character) => character.charCodeAt(0)));

export function frequencyOf(first: number, second: number): number {
  const [one, other] = [letterOf(first), letterOf(second)];
  if (one >= 0 && other >= 0) return Number(LETTERS[one]?.[other] ?? 0);
  // A capital is rarer than the small letter it stands for, and a pair with punctuation rarer still.
  if (COMMON.has(first) || COMMON.has(second)) return 8;
  return isDigit(first) && isDigit(second) ? 5 : 1;
}

function letterOf(byte: number): number {
  const low = byte | 0x20;
  return low >= 0x61 && low <= 0x7a && byte >= 0x41 ? low - 0x61 : -1;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
