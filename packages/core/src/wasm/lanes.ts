/**
 * SHA-256 of many short messages, four at a time where the engine has vectors
 *
 * What a log takes in one batch is hashed side by side: a message of its own leaves most of a machine idle.
 */
import { LANES_BASE64 } from "./lanes-wasm.ts";
import { sha256After } from "./sha256.ts";
import { webAssembly } from "./web-assembly.ts";

interface Lanes {
  readonly bytes: Uint8Array;
  /** Where the four digests come out. */
  readonly out: Uint8Array;
  hash4(input: number, stride: number, blocks: number, out: number): void;
}

const LANES = 4;
const BLOCK = 64;
const DIGEST = 32;
/** A bit that ends the message, and its length in eight bytes. */
const PADDING = 9;
/** The module's own constants lie below. */
const INPUT = 65_536;
const STRIDE = 8_192;
const OUT: number = INPUT + LANES * STRIDE;
const PAIRS: number = OUT + LANES * DIGEST;
const PAIR: number = 2 * DIGEST;
const PAIR_BLOCKS = 2;

const lanes = newLanes();

/**
 * Of each message with one byte, `first`, before it.
 * @returns the digests, one after another
 */
export function sha256AfterEach(first: number, messages: readonly Uint8Array[]): Uint8Array {
  const digests = new Uint8Array(messages.length * DIGEST);
  let at = 0;
  for (; at + LANES <= messages.length; at += LANES) {
    const blocks = lanes === undefined ? undefined : blocksOf(messages, at);
    if (lanes === undefined || blocks === undefined) {
      for (let lane = at; lane < at + LANES; lane += 1) {
        digests.set(sha256After(first, messages[lane] as Uint8Array), lane * DIGEST);
      }
      continue;
    }
    for (let lane = 0; lane < LANES; lane += 1) {
      const message = messages[at + lane] as Uint8Array;
      lanes.bytes.set(message, INPUT + lane * STRIDE + 1);
      pad(lanes.bytes, INPUT + lane * STRIDE, first, message.length, blocks);
    }
    lanes.hash4(INPUT, STRIDE, blocks, OUT);
    digests.set(lanes.out, at * DIGEST);
  }
  for (; at < messages.length; at += 1) {
    digests.set(sha256After(first, messages[at] as Uint8Array), at * DIGEST);
  }
  return digests;
}

/**
 * As `sha256AfterEach`, of messages that are two digests each and stand one after another.
 * @returns half as many bytes
 */
export function sha256AfterPairs(first: number, pairs: Uint8Array): Uint8Array {
  const count = Math.floor(pairs.length / PAIR);
  const digests = new Uint8Array(count * DIGEST);
  let at = 0;
  if (lanes !== undefined) {
    const { bytes, out } = lanes;
    // What comes after a pair is the same for all of them.
    for (let lane = 0; lane < LANES; lane += 1) pad(bytes, INPUT + lane * STRIDE, first, PAIR, PAIR_BLOCKS);
    for (; at + LANES <= count; at += LANES) {
      bytes.set(pairs.subarray(at * PAIR, (at + LANES) * PAIR), PAIRS);
      for (let lane = 0; lane < LANES; lane += 1) {
        bytes.copyWithin(INPUT + lane * STRIDE + 1, PAIRS + lane * PAIR, PAIRS + (lane + 1) * PAIR);
      }
      lanes.hash4(INPUT, STRIDE, PAIR_BLOCKS, OUT);
      digests.set(out, at * DIGEST);
    }
  }
  for (; at < count; at += 1) {
    digests.set(sha256After(first, pairs.subarray(at * PAIR, (at + 1) * PAIR)), at * DIGEST);
  }
  return digests;
}

/** How many blocks each of four messages has; undefined if they differ, or are long. */
function blocksOf(messages: readonly Uint8Array[], at: number): number | undefined {
  let all: number | undefined;
  for (let lane = at; lane < at + LANES; lane += 1) {
    const blocks = Math.ceil((1 + (messages[lane] as Uint8Array).length + PADDING) / BLOCK);
    if (blocks * BLOCK > STRIDE || (all ?? blocks) !== blocks) return undefined;
    all = blocks;
  }
  return all;
}

/** What stands before a message and behind it: FIPS 180-4 section 5.1.1. */
function pad(bytes: Uint8Array, start: number, first: number, length: number, blocks: number): void {
  const size = 1 + length;
  const end = start + blocks * BLOCK;
  bytes[start] = first;
  bytes[start + size] = 0x80;
  bytes.fill(0, start + size + 1, end);
  // The length in bits has at most 16 of them here.
  bytes[end - 2] = size >>> 5;
  bytes[end - 1] = size << 3;
}

/** Undefined where there are no vectors, or nothing may be compiled. */
function newLanes(): Lanes | undefined {
  if (webAssembly === undefined) return undefined;
  try {
    const binary = Uint8Array.from(atob(LANES_BASE64), (one) => one.charCodeAt(0));
    const { exports } = new webAssembly.Instance(new webAssembly.Module(binary));
    const { memory, hash4 } = exports as unknown as Pick<Lanes, "hash4"> & {
      memory: { buffer: ArrayBuffer };
    };
    const bytes = new Uint8Array(memory.buffer);
    return { bytes, out: bytes.subarray(OUT, OUT + LANES * DIGEST), hash4 };
  } catch {
    return undefined;
  }
}
