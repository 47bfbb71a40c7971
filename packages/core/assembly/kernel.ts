/**
 * The two loops that are worth machine code: the places to look at, and HMAC-SHA256.
 *
 * AssemblyScript, built by `npm run build:wasm` into src/wasm/kernel-wasm.ts. Memory is laid
 * out by the caller (src/wasm/kernel.ts); nothing is allocated here.
 */

import { K } from "./rounds";

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

/** 64 words of message schedule. */
const W: usize = memory.data(256);

// @ts-expect-error: decorator
function one(e: u32): u32 {
  return rotr<u32>(e, 6) ^ rotr<u32>(e, 11) ^ rotr<u32>(e, 25);
}

// @ts-expect-error: decorator
function nought(a: u32): u32 {
  return rotr<u32>(a, 2) ^ rotr<u32>(a, 13) ^ rotr<u32>(a, 22);
}

// @ts-expect-error: decorator
function choice(e: u32, f: u32, g: u32): u32 {
  return g ^ (e & (f ^ g));
}

// @ts-expect-error: decorator
function majority(a: u32, b: u32, c: u32): u32 {
  return (a & b) ^ (c & (a ^ b));
}

/** The word that comes 16 after the one at `at`. */
function schedule(at: usize): void {
  const a: u32 = load<u32>(at, 4);
  const b: u32 = load<u32>(at, 56);
  const s0: u32 = rotr<u32>(a, 7) ^ rotr<u32>(a, 18) ^ (a >> 3);
  const s1: u32 = rotr<u32>(b, 17) ^ rotr<u32>(b, 19) ^ (b >> 10);
  store<u32>(at, load<u32>(at) + s0 + load<u32>(at, 36) + s1, 64);
}

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
    for (let at: usize = W; at < W + 192; at += 16) {
      schedule(at);
      schedule(at + 4);
      schedule(at + 8);
      schedule(at + 12);
    }
    let a: u32 = load<u32>(state);
    let b: u32 = load<u32>(state, 4);
    let c: u32 = load<u32>(state, 8);
    let d: u32 = load<u32>(state, 12);
    let e: u32 = load<u32>(state, 16);
    let f: u32 = load<u32>(state, 20);
    let g: u32 = load<u32>(state, 24);
    let h: u32 = load<u32>(state, 28);
    // Eight rounds bring each letter back to its place: nothing is moved from one to the next.
    for (let at: usize = 0; at < 256; at += 32) {
      h += one(e) + choice(e, f, g) + load<u32>(k + at) + load<u32>(W + at);
      d += h;
      h += nought(a) + majority(a, b, c);
      g += one(d) + choice(d, e, f) + load<u32>(k + at, 4) + load<u32>(W + at, 4);
      c += g;
      g += nought(h) + majority(h, a, b);
      f += one(c) + choice(c, d, e) + load<u32>(k + at, 8) + load<u32>(W + at, 8);
      b += f;
      f += nought(g) + majority(g, h, a);
      e += one(b) + choice(b, c, d) + load<u32>(k + at, 12) + load<u32>(W + at, 12);
      a += e;
      e += nought(f) + majority(f, g, h);
      d += one(a) + choice(a, b, c) + load<u32>(k + at, 16) + load<u32>(W + at, 16);
      h += d;
      d += nought(e) + majority(e, f, g);
      c += one(h) + choice(h, a, b) + load<u32>(k + at, 20) + load<u32>(W + at, 20);
      g += c;
      c += nought(d) + majority(d, e, f);
      b += one(g) + choice(g, h, a) + load<u32>(k + at, 24) + load<u32>(W + at, 24);
      f += b;
      b += nought(c) + majority(c, d, e);
      a += one(f) + choice(f, g, h) + load<u32>(k + at, 28) + load<u32>(W + at, 28);
      e += a;
      a += nought(b) + majority(b, c, d);
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
