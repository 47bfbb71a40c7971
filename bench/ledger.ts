/**
 * How fast a ledger takes leaves, and how much a proof of a large one asks of whoever checks it
 *
 *   node --conditions=@proviso/source bench/ledger.ts [--leaves=100000] [--rounds=5]
 *
 * Yardsticks run in turn with ours, in the same process: node:crypto hashing the same leaves one by one, and
 * a loop that commits by node:crypto to the same values, hashes the leaves, and writes and syncs the same
 * bytes into one file, batch for batch.
 */
import { createHash, createHmac } from "node:crypto";
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  commit,
  encodeBase64,
  newSigningKey,
  type Opening,
  openNote,
  parseCheckpoint,
  parseTlogProof,
  printCheckpoint,
  printNote,
  printTlogProof,
  signNote,
} from "@proviso/core/ledger";
import { inclusionProof, leafHash, nodesOfInclusion, rootByInclusion, rootOf } from "@proviso/core/merkle";
import { Growth } from "../packages/store/src/ledger/growth.ts";
import { makeFolderLedger, newOpening, openFolderLedger } from "../packages/store/src/ledger/index.ts";
import { leafOf } from "../packages/store/src/ledger/leaf-of.ts";
import type { Medium, NewLeaf } from "../packages/store/src/ledger/medium.ts";
import { argument, median } from "./child.ts";

const LEAVES = Number(argument("leaves") ?? 100_000);
const ROUNDS = Number(argument("rounds") ?? 5);
const BATCH = 10_000;
const HASHED_BAR = 0.8;
const DURABLE_BAR = 0.6;
const LARGE = 100_000_000;
const MOST_HASHES = 30;

const openings: readonly Opening[] = Array.from({ length: LEAVES }, (_, at) =>
  // Keys in order: what JSON.stringify gives is canonical then, and the yardstick need not sort.
  newOpening("event", {
    data: { before: "none", choice: at % 2 === 0 ? "granted" : "refused", purpose: "train-general" },
    id: `e-${at}`,
    recorded: "2026-01-05T09:00:00Z",
    source: "urn:example",
    specversion: "1.0",
    subject: `accounts/a-${at % 1000}`,
    time: "2026-01-05T09:00:00Z",
    type: "proviso.choice.made",
  }),
);
const leaves: readonly NewLeaf[] = openings.map(leafOf);
const nothing = {} as Medium;
const root = mkdtempSync(join(tmpdir(), "proviso-bench-"));
let made = 0;

async function seconds(work: () => Promise<void> | void): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function byNodeCrypto(): void {
  const zero = Buffer.of(0);
  for (const { data } of leaves) createHash("sha256").update(zero).update(data).digest();
}

async function grown(): Promise<void> {
  const growth = await Growth.from(nothing, 0);
  for (let at = 0; at < leaves.length; at += BATCH) {
    growth.add(leaves.slice(at, at + BATCH));
    growth.root();
  }
}

async function committed(): Promise<void> {
  const growth = await Growth.from(nothing, 0);
  for (let at = 0; at < openings.length; at += BATCH) growth.add(openings.slice(at, at + BATCH).map(leafOf));
}

function plainDurable(): void {
  const file = join(root, "plain");
  const handle = openSync(file, "w");
  const zero = Buffer.of(0);
  for (let at = 0; at < openings.length; at += BATCH) {
    const parts: Buffer[] = [];
    for (const { kind, salt, value } of openings.slice(at, at + BATCH)) {
      const message = `proviso commitment 1\n${kind}\n${JSON.stringify(value)}`;
      const commitment = createHmac("sha256", Buffer.from(salt, "hex")).update(message).digest("hex");
      const data = Buffer.from(
        `{"commitment":"sha256:${commitment}","format":"proviso-leaf/1","kind":"${kind}"}`,
      );
      const hash = createHash("sha256").update(zero).update(data).digest();
      parts.push(Buffer.from(`${JSON.stringify({ kind, salt, value })}\n`), data, hash);
    }
    writeSync(handle, Buffer.concat(parts));
    fdatasyncSync(handle);
  }
  closeSync(handle);
}

/** Opening and closing are not part of it; that all files are synced at the end is. */
async function durable(): Promise<number> {
  made += 1;
  const folder = join(root, String(made));
  await makeFolderLedger(folder, "example.com/log");
  const ledger = await openFolderLedger(folder, { write: true });
  const appending = await seconds(async () => {
    const calls: Promise<unknown>[] = [];
    for (let at = 0; at < openings.length; at += BATCH) {
      calls.push(ledger.append(openings.slice(at, at + BATCH)));
      // As callers would: the next batch comes while this one is being written.
      if (calls.length > 1) await calls.shift();
    }
    await Promise.all(calls);
  });
  await ledger.close();
  rmSync(folder, { recursive: true });
  return appending;
}

async function ratio(
  name: string,
  bar: number | undefined,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<void> {
  await ours();
  await theirs();
  const rates: { readonly ours: number; readonly theirs: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.push({ ours: LEAVES / (await ours()), theirs: LEAVES / (await theirs()) });
  }
  const times = median(rates.map((one) => one.ours / one.theirs));
  const verdict = bar === undefined ? "no bar" : `bar ${bar}x, ${times >= bar ? "ok" : "BELOW"}`;
  const rate = (values: readonly number[]): string => Math.round(Math.max(...values)).toLocaleString("en");
  console.log(
    `${name}: ${times.toFixed(2)}x (${verdict}); ${rate(rates.map((one) => one.ours))} leaves/s against ${rate(rates.map((one) => one.theirs))}`,
  );
}

/** A log of that size whose subtrees all have made-up hashes; its root is the one they lead to. */
function largeProof(): void {
  const index = 61_803_398;
  const opening = openings[0] as Opening;
  const leaf = leafHash(commit(opening).data);
  const fake = (level: number, at: number): Uint8Array =>
    level === 0 && at === index ? leaf : createHash("sha256").update(`${level}/${at}`).digest();
  const hashes = inclusionProof(index, LARGE, fake);
  const top = rootByInclusion(leaf, index, LARGE, hashes) ?? rootOf(LARGE, fake);
  const key = newSigningKey("example.com/log", new Uint8Array(32).fill(7));
  const text = printCheckpoint({ origin: key.name, size: LARGE, root: top, extensions: [] });
  const proof = printTlogProof({
    index,
    hashes,
    extra: undefined,
    checkpoint: printNote(signNote(text, key)),
  });
  const start = performance.now();
  const read = parseTlogProof(proof);
  const checkpoint = parseCheckpoint(read.checkpoint);
  const found = rootByInclusion(leafHash(commit(opening).data), read.index, checkpoint.size, read.hashes);
  const isGood = found !== undefined && encodeBase64(found) === encodeBase64(checkpoint.root);
  const signatures = openNote(checkpoint.note, [key]).verified.length;
  const milliseconds = performance.now() - start;
  const count = read.hashes.length + 1;
  const verdict = isGood && signatures === 1 && count < MOST_HASHES ? "ok" : "BELOW";
  console.log(
    `proof in a log of ${LARGE.toLocaleString("en")}: ${count} hashes and ${signatures} signature (bar: fewer than ${MOST_HASHES} and 1, ${verdict}); ${proof.length} bytes, ${milliseconds.toFixed(1)} ms, made from ${nodesOfInclusion(index, LARGE).length} nodes`,
  );
}

const plain = async (): Promise<number> => await seconds(byNodeCrypto);
await ratio("append in batches / node:crypto hashing the leaves", HASHED_BAR, () => seconds(grown), plain);
await ratio("  the same with commitments", undefined, () => seconds(committed), plain);
await ratio("durable append / commit, hash, write and sync", DURABLE_BAR, durable, () =>
  seconds(plainDurable),
);
largeProof();
rmSync(root, { recursive: true });
