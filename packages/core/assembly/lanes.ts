/**
 * SHA-256 of four messages at once, one in each lane of a vector
 *
 * A module of its own, as not every engine has vectors. Built as assembly/kernel.ts is, into
 * src/wasm/lanes-wasm.ts; memory is laid out by src/wasm/lanes.ts.
 */
import { K } from "./rounds";

/** 64 words of message schedule, each four lanes wide. */
const W: usize = memory.data(1024);

function add(x: v128, y: v128): v128 {
  return i32x4.add(x, y);
}

function rotate(x: v128, by: i32): v128 {
  return v128.or(i32x4.shr_u(x, by), i32x4.shl(x, 32 - by));
}

function one(e: v128): v128 {
  return v128.xor(v128.xor(rotate(e, 6), rotate(e, 11)), rotate(e, 25));
}

function nought(a: v128): v128 {
  return v128.xor(v128.xor(rotate(a, 2), rotate(a, 13)), rotate(a, 22));
}

function choice(e: v128, f: v128, g: v128): v128 {
  return v128.xor(g, v128.and(e, v128.xor(f, g)));
}

function majority(a: v128, b: v128, c: v128): v128 {
  return v128.xor(v128.and(a, b), v128.and(c, v128.xor(a, b)));
}

/** The word that comes 16 after the one at `at`. */
function schedule(at: usize): void {
  const a: v128 = v128.load(at, 16);
  const b: v128 = v128.load(at, 224);
  const s0: v128 = v128.xor(v128.xor(rotate(a, 7), rotate(a, 18)), i32x4.shr_u(a, 3));
  const s1: v128 = v128.xor(v128.xor(rotate(b, 17), rotate(b, 19)), i32x4.shr_u(b, 10));
  v128.store(at, add(add(v128.load(at), s0), add(v128.load(at, 144), s1)), 256);
}

function store(out: usize, x: v128): void {
  store32(out, i32x4.extract_lane(x, 0));
  store32(out + 32, i32x4.extract_lane(x, 1));
  store32(out + 64, i32x4.extract_lane(x, 2));
  store32(out + 96, i32x4.extract_lane(x, 3));
}

function store32(out: usize, word: i32): void {
  i32.store(out, bswap<i32>(word));
}

/**
 * Four messages of `blocks` blocks each, `stride` bytes apart, padded.
 * @param out gets their digests, one after another
 */
export function hash4(input: usize, stride: i32, blocks: i32, out: usize): void {
  const k = changetype<usize>(K);
  let a0: v128 = i32x4.splat(0x6a09e667);
  let b0: v128 = i32x4.splat(0xbb67ae85);
  let c0: v128 = i32x4.splat(0x3c6ef372);
  let d0: v128 = i32x4.splat(0xa54ff53a);
  let e0: v128 = i32x4.splat(0x510e527f);
  let f0: v128 = i32x4.splat(0x9b05688c);
  let g0: v128 = i32x4.splat(0x1f83d9ab);
  let h0: v128 = i32x4.splat(0x5be0cd19);
  for (let block: i32 = 0; block < blocks; block += 1) {
    for (let index: i32 = 0; index < 16; index += 1) {
      const at: usize = input + (index << 2);
      let words: v128 = i32x4.splat(bswap<i32>(i32.load(at)));
      words = i32x4.replace_lane(words, 1, bswap<i32>(i32.load(at + stride)));
      words = i32x4.replace_lane(words, 2, bswap<i32>(i32.load(at + 2 * stride)));
      words = i32x4.replace_lane(words, 3, bswap<i32>(i32.load(at + 3 * stride)));
      v128.store(W + (index << 4), words);
    }
    for (let at: usize = W; at < W + 768; at += 16) schedule(at);
    let a: v128 = a0;
    let b: v128 = b0;
    let c: v128 = c0;
    let d: v128 = d0;
    let e: v128 = e0;
    let f: v128 = f0;
    let g: v128 = g0;
    let h: v128 = h0;
    // Eight rounds bring each letter back to its place: nothing is moved from one to the next.
    for (let at: usize = 0; at < 256; at += 32) {
      h = add(
        add(add(h, one(e)), choice(e, f, g)),
        add(v128.load32_splat(k + at, 0), v128.load(W + (at << 2), 0)),
      );
      d = add(d, h);
      h = add(h, add(nought(a), majority(a, b, c)));
      g = add(
        add(add(g, one(d)), choice(d, e, f)),
        add(v128.load32_splat(k + at, 4), v128.load(W + (at << 2), 16)),
      );
      c = add(c, g);
      g = add(g, add(nought(h), majority(h, a, b)));
      f = add(
        add(add(f, one(c)), choice(c, d, e)),
        add(v128.load32_splat(k + at, 8), v128.load(W + (at << 2), 32)),
      );
      b = add(b, f);
      f = add(f, add(nought(g), majority(g, h, a)));
      e = add(
        add(add(e, one(b)), choice(b, c, d)),
        add(v128.load32_splat(k + at, 12), v128.load(W + (at << 2), 48)),
      );
      a = add(a, e);
      e = add(e, add(nought(f), majority(f, g, h)));
      d = add(
        add(add(d, one(a)), choice(a, b, c)),
        add(v128.load32_splat(k + at, 16), v128.load(W + (at << 2), 64)),
      );
      h = add(h, d);
      d = add(d, add(nought(e), majority(e, f, g)));
      c = add(
        add(add(c, one(h)), choice(h, a, b)),
        add(v128.load32_splat(k + at, 20), v128.load(W + (at << 2), 80)),
      );
      g = add(g, c);
      c = add(c, add(nought(d), majority(d, e, f)));
      b = add(
        add(add(b, one(g)), choice(g, h, a)),
        add(v128.load32_splat(k + at, 24), v128.load(W + (at << 2), 96)),
      );
      f = add(f, b);
      b = add(b, add(nought(c), majority(c, d, e)));
      a = add(
        add(add(a, one(f)), choice(f, g, h)),
        add(v128.load32_splat(k + at, 28), v128.load(W + (at << 2), 112)),
      );
      e = add(e, a);
      a = add(a, add(nought(b), majority(b, c, d)));
    }
    a0 = add(a0, a);
    b0 = add(b0, b);
    c0 = add(c0, c);
    d0 = add(d0, d);
    e0 = add(e0, e);
    f0 = add(f0, f);
    g0 = add(g0, g);
    h0 = add(h0, h);
    input += 64;
  }
  store(out, a0);
  store(out + 4, b0);
  store(out + 8, c0);
  store(out + 12, d0);
  store(out + 16, e0);
  store(out + 20, f0);
  store(out + 24, g0);
  store(out + 28, h0);
}
