/**
 * The two loops that are worth machine code: the places to look at, and HMAC-SHA256.
 *
 * AssemblyScript, built by `npm run build:wasm` into src/wasm/kernel-wasm.ts. Memory is laid
 * out by the caller (src/wasm/kernel.ts); nothing is allocated here.
 */

/** The bit of the table that says no more than that a literal's pair stands here. */
const LITERAL: u32 = 8;

/**
 * Writes `base + index` for each byte of `input` at which `table` has a bit for (previous byte,
 * byte); where that is LITERAL alone, only if `grams` has the four or three bytes from the previous one on.
 * Twin: src/redact/scan/candidates.ts.
 * @param input has the previous byte before it, and two bytes behind it
 */
export function candidates(table: usize, grams: usize, input: usize, size: i32, base: i32, out: usize): i32 {
  let before: u32 = u32(load<u8>(input - 1)) << 8;
  let to: usize = out;
  for (let index: i32 = 0; index < size; index += 1) {
    const byte: u32 = load<u8>(input + index);
    const bits: u32 = load<u8>(table + (before | byte));
    before = byte << 8;
    if (bits === 0) continue;
    if (bits === LITERAL) {
      const word: u32 = load<u32>(input + index - 1) | 0x20202020;
      const four: u32 = load<u8>(grams + ((word * 0x9e3779b1) >> 16));
      const three: u32 = load<u8>(grams + (((word & 0x00ffffff) * 0x9e3779b1) >> 16));
      if (((four & 1) | (three & 2)) === 0) continue;
    }
    store<i32>(to, base + index);
    to += 4;
  }
  return i32((to - out) >> 2);
}

// prettier-ignore
const K: StaticArray<u32> = [
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
];

/** 64 words of message schedule. */
const W: usize = memory.data(256);

/**
 * SHA-256 over `blocks` blocks of 64 bytes at `input` (FIPS 180-4 section 6.2.2).
 * @param state eight words, updated in place
 */
export function compress(state: usize, input: usize, blocks: i32): void {
  const k = changetype<usize>(K);
  for (let block: i32 = 0; block < blocks; block += 1) {
    for (let index: i32 = 0; index < 16; index += 1) {
      store<u32>(W + (index << 2), bswap<u32>(load<u32>(input + (index << 2))));
    }
    for (let index: i32 = 16; index < 64; index += 1) {
      const at = W + (index << 2);
      const a: u32 = load<u32>(at - 60);
      const b: u32 = load<u32>(at - 8);
      const s0: u32 = rotr<u32>(a, 7) ^ rotr<u32>(a, 18) ^ (a >> 3);
      const s1: u32 = rotr<u32>(b, 17) ^ rotr<u32>(b, 19) ^ (b >> 10);
      store<u32>(at, load<u32>(at - 64) + s0 + load<u32>(at - 28) + s1);
    }
    let a: u32 = load<u32>(state);
    let b: u32 = load<u32>(state, 4);
    let c: u32 = load<u32>(state, 8);
    let d: u32 = load<u32>(state, 12);
    let e: u32 = load<u32>(state, 16);
    let f: u32 = load<u32>(state, 20);
    let g: u32 = load<u32>(state, 24);
    let h: u32 = load<u32>(state, 28);
    for (let index: i32 = 0; index < 64; index += 1) {
      const S1: u32 = rotr<u32>(e, 6) ^ rotr<u32>(e, 11) ^ rotr<u32>(e, 25);
      const t1: u32 =
        h + S1 + ((e & f) ^ (~e & g)) + load<u32>(k + (index << 2)) + load<u32>(W + (index << 2));
      const S0: u32 = rotr<u32>(a, 2) ^ rotr<u32>(a, 13) ^ rotr<u32>(a, 22);
      const t2: u32 = S0 + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = d + t1;
      d = c;
      c = b;
      b = a;
      a = t1 + t2;
    }
    store<u32>(state, load<u32>(state) + a);
    store<u32>(state, load<u32>(state, 4) + b, 4);
    store<u32>(state, load<u32>(state, 8) + c, 8);
    store<u32>(state, load<u32>(state, 12) + d, 12);
    store<u32>(state, load<u32>(state, 16) + e, 16);
    store<u32>(state, load<u32>(state, 20) + f, 20);
    store<u32>(state, load<u32>(state, 24) + g, 24);
    store<u32>(state, load<u32>(state, 28) + h, 28);
    input += 64;
  }
}

/** Words of state at work, and one block for the outer hash. */
const WORK: usize = memory.data(32);
const OUTER: usize = memory.data(64);

/** Appends the padding of FIPS 180-4 section 5.1.1 and returns the number of blocks. */
function pad(input: usize, size: i32, before: i32): i32 {
  const blocks: i32 = (size + 9 + 63) >> 6;
  memory.fill(input + size, 0, (blocks << 6) - size);
  store<u8>(input + size, 0x80);
  store<u32>(input + (blocks << 6) - 4, bswap<u32>((size + before) << 3));
  return blocks;
}

/**
 * HMAC-SHA256 (RFC 2104) of the `size` bytes at `input`, which has room for 72 more.
 * @param inner, outer the states after the padded key
 * @param out 32 bytes
 */
export function hmac(inner: usize, outer: usize, input: usize, size: i32, out: usize): void {
  memory.copy(WORK, inner, 32);
  compress(WORK, input, pad(input, size, 64));
  for (let at: usize = 0; at < 32; at += 4) store<u32>(OUTER + at, bswap<u32>(load<u32>(WORK + at)));
  pad(OUTER, 32, 64);
  memory.copy(WORK, outer, 32);
  compress(WORK, OUTER, 1);
  for (let at: usize = 0; at < 32; at += 4) store<u32>(out + at, bswap<u32>(load<u32>(WORK + at)));
}
