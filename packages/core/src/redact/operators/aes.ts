/**
 * key -> AES (FIPS 197), one block, forwards
 *
 * SIV needs no more than this. The web's own AES can only be waited for, and replacing does not wait.
 * Table look-ups leak by timing to whoever shares the processor; redaction runs where its key is.
 */
export type BlockCipher = (block: Uint8Array) => Uint8Array;

const SBOX = sbox();

/** Powers in the field of AES: the S-box is inversion there, then a fixed mixing of bits. */
function sbox(): Uint8Array {
  const box = new Uint8Array(256);
  let p = 1;
  let q = 1;
  do {
    p = (p ^ double(p)) & 0xff;
    q ^= q << 1;
    q ^= q << 2;
    q = (q ^ (q << 4)) & 0xff;
    if ((q & 0x80) !== 0) q ^= 0x09;
    const rotated = q | (q << 8);
    box[p] = (q ^ (rotated >> 7) ^ (rotated >> 6) ^ (rotated >> 5) ^ (rotated >> 4) ^ 0x63) & 0xff;
  } while (p !== 1);
  box[0] = 0x63;
  return box;
}

function double(byte: number): number {
  return ((byte << 1) ^ ((byte & 0x80) === 0 ? 0 : 0x1b)) & 0xff;
}

/** @param key 16 or 32 bytes */
export function aes(key: Uint8Array): BlockCipher {
  const schedule = expand(key);
  const rounds = schedule.length / 16 - 1;
  const state = new Uint8Array(16);
  return (block) => {
    for (let at = 0; at < 16; at += 1) state[at] = (block[at] as number) ^ (schedule[at] as number);
    for (let round = 1; round < rounds; round += 1) {
      const from = round * 16;
      const s = SHIFTED.map((place) => SBOX[state[place] as number] as number);
      for (let at = 0; at < 16; at += 1) {
        const column = at & 12;
        const next = s[column | ((at + 1) & 3)] as number;
        const rest = (s[column | ((at + 2) & 3)] as number) ^ (s[column | ((at + 3) & 3)] as number);
        state[at] = double((s[at] as number) ^ next) ^ next ^ rest ^ (schedule[from + at] as number);
      }
    }
    const from = rounds * 16;
    return Uint8Array.from(
      SHIFTED,
      (place, at) => substitute(state[place] as number) ^ (schedule[from + at] as number),
    );
  };
}

/** Row `r` of the state (bytes r, r + 4, …) moves `r` places to the left. */
const SHIFTED: readonly number[] = Array.from({ length: 16 }, (_, at) => (at + 4 * (at % 4)) % 16);

function expand(key: Uint8Array): Uint8Array {
  const words = key.length / 4;
  const schedule = new Uint8Array((words + 7) * 16);
  schedule.set(key);
  let constant = 1;
  for (let word = words; word * 4 < schedule.length; word += 1) {
    let [a, b, c, d] = schedule.subarray(word * 4 - 4, word * 4) as unknown as [
      number,
      number,
      number,
      number,
    ];
    if (word % words === 0) {
      [a, b, c, d] = [substitute(b) ^ constant, substitute(c), substitute(d), substitute(a)];
      constant = double(constant);
    } else if (words > 6 && word % words === 4) {
      [a, b, c, d] = [substitute(a), substitute(b), substitute(c), substitute(d)];
    }
    for (const [index, byte] of [a, b, c, d].entries()) {
      schedule[word * 4 + index] = byte ^ (schedule[(word - words) * 4 + index] ?? 0);
    }
  }
  return schedule;
}

function substitute(byte: number): number {
  return SBOX[byte] ?? 0;
}

export function xor(one: Uint8Array, other: Uint8Array): Uint8Array {
  return one.map((byte, at) => byte ^ (other[at] ?? 0));
}
