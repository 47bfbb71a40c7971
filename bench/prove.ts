/**
 * How long a proof of exclusion takes from a set of 10 million conversations, and how much memory
 *
 *   node --conditions=@proviso/source bench/prove.ts [--size=10000000] [--rounds=3]
 *
 * The set is made first, of random tokens, by what `proviso export` uses. Then each proof is made from the
 * files alone. Both in child processes: a process begins with its parent's peak of memory, so that this
 * one must stay small. Yardstick: reading the set's file once as a whole, which is what a proof without the upper levels would begin with.
 */
import { createHash, randomBytes } from "node:crypto";
import { createReadStream, createWriteStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { makeMembership } from "../packages/cli/src/export/members/make-membership.ts";
import { sortTokens } from "../packages/cli/src/export/members/sort-tokens.ts";
import { writeSet } from "../packages/cli/src/export/members/write-set.ts";
import {
  exportKeyCommitment,
  exportKeyOf,
  keyIdOf,
  type ManifestBody,
  SET_FILES,
  type SetRoot,
  sealed,
  verifyMembership,
} from "../packages/core/src/export/index.ts";
import { sampleBody } from "../packages/core/test/export-sample.ts";
import { argument, inChild, median, type Resources, resourcesOf } from "./child.ts";

const SIZE = Number(argument("size") ?? 10_000_000);
const ROUNDS = Number(argument("rounds") ?? 3);
const MOST_SECONDS = 2;
const MOST_MEGABYTES = 200;
const KEY = new Uint8Array(32).fill(7);

interface Proved extends Resources {
  /** Hashes that whoever verifies it has to make. */
  readonly hashes: number;
  readonly bytes: number;
}

const child = argument("child");
const folder = argument("in") ?? "";
if (child === "make") await printed(make);
else if (child === "prove") await printed(prove);
else if (child === "read") await printed(readWhole);
else await compare();

async function printed(work: () => Promise<object>): Promise<void> {
  let more: object = {};
  const resources = await resourcesOf(async () => {
    more = await work();
  });
  process.stdout.write(JSON.stringify({ ...resources, ...more }));
}

async function prove(): Promise<Pick<Proved, "hashes" | "bytes">> {
  const membership = await makeMembership({ folder, key: KEY, conversation: "nobody's", disclose: true });
  if (membership.claim !== "excluded") throw new Error("a random token is the conversation's");
  if (!verifyMembership(membership, membership, membership.token)) throw new Error("the proof does not hold");
  const sides = [membership.proof.left, membership.proof.right].filter((side) => side !== null);
  const hashes = sides.reduce((sum, { path }) => sum + path.length + 1, 0);
  return { hashes, bytes: JSON.stringify(membership).length };
}

async function readWhole(): Promise<object> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(join(folder, SET_FILES.conversations)))
    hash.update(part as Buffer);
  return { sha256: hash.digest("hex") };
}

async function make(): Promise<object> {
  writeManifest(folder, await makeSet(folder));
  return {};
}

async function compare(): Promise<void> {
  const made = mkdtempSync(join(tmpdir(), "proviso-bench-prove-"));
  try {
    const set = inChild<Resources>(import.meta.filename, "make", "", made, [`--size=${SIZE}`]);
    console.log(
      `a set of ${SIZE.toLocaleString("en")} sorted, hashed and written in ${set.seconds.toFixed(1)} s, ` +
        `${set.peakMegabytes.toFixed(0)} MB at most`,
    );
    const rounds = Array.from({ length: ROUNDS }, () => ({
      proof: inChild<Proved>(import.meta.filename, "prove", "", made),
      whole: inChild<Resources>(import.meta.filename, "read", "", made),
    }));
    const time = median(rounds.map(({ proof }) => proof.seconds));
    const memory = Math.max(...rounds.map(({ proof }) => proof.peakMegabytes));
    const ratio = median(rounds.map(({ proof, whole }) => whole.seconds / proof.seconds));
    const [first] = rounds;
    const within = time < MOST_SECONDS && memory < MOST_MEGABYTES;
    console.log(
      `exclusion proof: ${(time * 1000).toFixed(0)} ms, ${memory.toFixed(0)} MB at most ` +
        `(bars ${MOST_SECONDS} s, ${MOST_MEGABYTES} MB, ${within ? "ok" : "BELOW"}); ` +
        `${ratio.toFixed(1)}x as fast as reading and hashing the file once`,
    );
    console.log(`verified with ${first?.proof.hashes} hashes; ${first?.proof.bytes} bytes`);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

async function makeSet(made: string): Promise<SetRoot> {
  const log = join(made, "log");
  const stream = createWriteStream(log);
  const AT_ONCE = 32_768;
  for (let at = 0; at < SIZE; at += AT_ONCE) {
    const tokens = randomBytes(32 * Math.min(AT_ONCE, SIZE - at));
    if (!stream.write(tokens)) await new Promise<void>((again) => stream.once("drain", () => again()));
  }
  stream.end();
  await finished(stream);
  const path = join(made, SET_FILES.conversations);
  const set = await writeSet(path, sortTokens(log, join(made, "work")));
  rmSync(log);
  return set;
}

function writeManifest(made: string, set: SetRoot): void {
  const about = { key: keyIdOf(KEY) };
  const key = exportKeyCommitment(exportKeyOf(KEY, sampleBody(about)));
  const members: ManifestBody["members"] = { key, conversations: set, items: set };
  writeFileSync(join(made, "manifest.json"), JSON.stringify(sealed({ ...sampleBody(about), members }, [])));
}
