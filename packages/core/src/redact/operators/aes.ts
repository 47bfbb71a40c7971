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
  return (block) => {
    let state = xor(block, schedule.subarray(0, 16));
    for (let round = 1; round <= rounds; round += 1) {
      const shifted = substituteAndShift(state);
      const mixed = round === rounds ? shifted : mix(shifted);
      state = xor(mixed, schedule.subarray(round * 16, round * 16 + 16));
    }
    return state;
  };
}

function expand(key: Uint8Array): Uint8Array {
  const words = key.length / 4;
  const schedule = new Uint8Array((words + 7) * 16);
  schedule.set(key);
  let constant = 1;
  for (let word = words; word * 4 < schedule.length; word += 1) {
    let [a, b, c, d] = schedule.subarray(word * 4 - 4, word * 4) as unknown as [number, number, number, number];
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

function substituteAndShift(state: Uint8Array): Uint8Array {
  // Row `r` of the state (bytes r, r + 4, …) moves `r` places to the left.
  return state.map((_, at) => substitute(state[(at + 4 * (at % 4)) % 16] ?? 0));
}

function mix(state: Uint8Array): Uint8Array {
  return state.map((byte, at) => {
    const column = at - (at % 4);
    const next = (steps: number): number => state[column + ((at + steps) % 4)] ?? 0;
    return double(byte) ^ double(next(1)) ^ next(1) ^ next(2) ^ next(3);
  });
}

export function xor(one: Uint8Array, other: Uint8Array): Uint8Array {
  return one.map((byte, at) => byte ^ (other[at] ?? 0));
}
