/** **Alphabets**: the sets of characters that keys are written in, as tables of bytes. */
const DIGITS = "0123456789";
const SMALL = "abcdefghijklmnopqrstuvwxyz";
const CAPITALS = SMALL.toUpperCase();

function bytesOf(characters: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const byte of new TextEncoder().encode(characters)) table[byte] = 1;
  return table;
}

export const ALPHABETS = {
  digit: bytesOf(DIGITS),
  hex: bytesOf(`${DIGITS}abcdef`),
  HEX: bytesOf(`${DIGITS}ABCDEF`),
  anyhex: bytesOf(`${DIGITS}abcdefABCDEF`),
  letter: bytesOf(SMALL + CAPITALS),
  lower: bytesOf(DIGITS + SMALL),
  UPPER: bytesOf(DIGITS + CAPITALS),
  /** RFC 4648 section 6. */
  base32: bytesOf(`${CAPITALS}234567`),
  /** BIP 173. */
  bech32: bytesOf("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"),
  alnum: bytesOf(DIGITS + SMALL + CAPITALS),
  /** RFC 4648 section 5, without padding. */
  url: bytesOf(`${DIGITS + SMALL + CAPITALS}_-`),
  urlpad: bytesOf(`${DIGITS + SMALL + CAPITALS}_-=`),
  dotted: bytesOf(`${DIGITS + SMALL + CAPITALS}_-.`),
  base64: bytesOf(`${DIGITS + SMALL + CAPITALS}+/`),
  base64pad: bytesOf(`${DIGITS + SMALL + CAPITALS}+/=`),
  /** Everything the keys of clouds use: both base64 alphabets, dots, tildes, percent signs. */
  cloud: bytesOf(`${DIGITS + SMALL + CAPITALS}_-.~+/=%`),
  tilde: bytesOf(`${DIGITS + SMALL + CAPITALS}_-.~`),
  dollar: bytesOf("$"),
} as const satisfies Record<string, Uint8Array>;

export type Alphabet = keyof typeof ALPHABETS;

export function isAlphabet(name: string): name is Alphabet {
  return Object.hasOwn(ALPHABETS, name);
}
