/**
 * How fast redaction is, against other redactors and ripgrep on the same chats in the same run
 *
 *   node --conditions=@proviso/source bench/redact.ts [--mb=16] [--rounds=5]
 *
 * CPU time of this process, best of the rounds, ours and the peer's in turn; MB are 10^6 bytes of
 * UTF-8. Our lines go from JSON Lines to JSON Lines; peers get the bare texts, which is less work.
 * Peers: `npm install --prefix bench/peers` (not needed for anything else). The peers differ in what
 * they find: RESULTS.md says how much.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtInProfile, type Profile, Redactor } from "@proviso/core/redact";
import { argument, median } from "./child.ts";
import { generateChats } from "./redact/generate-chats.ts";
import { KINDS, PATTERNS, peers, ripgrep } from "./redact/peers.ts";

const megabytes = Number(argument("mb") ?? 16);
const rounds = Number(argument("rounds") ?? 5);
const KEY = new Uint8Array(32).fill(7);

const chats = generateChats(megabytes * 1e6, 20_251_008);
const bytes = new TextEncoder().encode(chats.text);
const texts = chats.text
  .trimEnd()
  .split("\n")
  .flatMap((line) =>
    (JSON.parse(line) as { messages: { content: string }[] }).messages.map((one) => one.content),
  );
const profile = builtInProfile("default");
const structured: Profile = { ...profile, names: { on: false } };

console.log(`${(bytes.length / 1e6).toFixed(1)} MB, ${texts.length} messages, ${chats.gold.length} values`);
const ours = {
  "default profile: everything, names by the tagger": new Redactor({ profile }),
  "without names": new Redactor({ profile: structured }),
  "pseudonyms, names by the tagger": new Redactor({ profile: builtInProfile("pseudonymous"), key: KEY }),
  "keyed hash of every value, without names": new Redactor({
    profile: { ...structured, default: { operator: "hash", bits: 128 } },
    key: KEY,
  }),
};

const everything = ours["default profile: everything, names by the tagger"];

for (const [name, redactor] of Object.entries(ours)) {
  const rate = best(() => redactor.lines(bytes, "jsonl"), bytes.length);
  console.log(`JSON Lines, ${name}: ${rate.toFixed(1)} MB/s`);
}
const byText = best(() => texts.map((text) => everything.document([text])), bytes.length);
console.log(`strings, default profile: ${byText.toFixed(1)} MB/s`);

for (const peer of await peers()) {
  const some = take(peer.bytes);
  const lines = linesOf(peer.bytes);
  const repeat = Math.max(1, Math.round(8e6 / lines.length));
  const rivals: Readonly<Record<string, Redactor>> = {
    ...(peer.finds !== undefined && {
      "the same kinds, names left out": only(peer.finds, false),
      ...(peer.finds.includes("PERSON") && { "the same kinds": only(peer.finds, true) }),
    }),
    "everything, names left out": ours["without names"],
    everything,
  };
  const ratios = Object.fromEntries(Object.keys(rivals).map((name): [string, number[]] => [name, []]));
  let theirs = 0;
  await peer.run(some.texts.slice(0, 50));
  for (let round = 0; round < rounds; round += 1) {
    const their = await rateOf(() => peer.run(some.texts), some.size);
    theirs = Math.max(theirs, their);
    for (const [name, rival] of Object.entries(rivals)) {
      const rate = await rateOf(
        () => times(repeat, () => rival.lines(lines, "jsonl")),
        lines.length * repeat,
      );
      ratios[name]?.push(rate / their);
    }
  }
  console.log(`against ${peer.name} at ${theirs.toFixed(2)} MB/s`);
  for (const [name, own] of Object.entries(ratios)) say(`  ${name}`, median(own), peer.bar);
}

const folder = mkdtempSync(join(tmpdir(), "proviso-bench-"));
try {
  writeFileSync(join(folder, "chats.jsonl"), bytes);
  writeFileSync(join(folder, "patterns"), PATTERNS.join("\n"));
  const same = only(KINDS, false);
  for (const [count, bar] of [
    ["-c", 1.5],
    ["--count-matches", 3],
  ] as const) {
    const ratios: number[] = [];
    const all: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const seconds = ripgrep(count, join(folder, "chats.jsonl"), join(folder, "patterns"));
      if (seconds === undefined) break;
      const rate = bytes.length / 1e6 / seconds;
      ratios.push((await rateOf(() => same.lines(bytes, "jsonl"), bytes.length)) / rate);
      all.push((await rateOf(() => everything.lines(bytes, "jsonl"), bytes.length)) / rate);
    }
    if (ratios.length === 0) console.log(`rg ${count}: not there, or it has failed`);
    else {
      console.log(`against rg ${count} on ${PATTERNS.length} patterns, which only counts`);
      say("  the same kinds", median(ratios), bar);
      say("  everything", median(all), bar);
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}

console.log("\nGrowth, each with twice the input of the one before (time per byte against the first):");
for (const [name, make] of Object.entries(ADVERSARIES())) {
  const costs = [1, 2, 4].map((factor) => {
    const input = new TextEncoder().encode(make(factor * 250_000));
    return 1 / best(() => everything.lines(input, "text"), input.length, 3);
  });
  const [first = 1, ...more] = costs;
  console.log(
    `  ${name}: ${[1, ...more.map((cost) => cost / first)].map((one) => one.toFixed(2)).join(", ")}; ${(1 / first).toFixed(1)} MB/s`,
  );
}

/** Acts on types or groups alone; the others are not even looked for. */
function only(names: readonly string[], tagger: boolean): Redactor {
  const entities = Object.fromEntries(names.map((name) => [name, { operator: "replace" } as const]));
  const own: Profile = { ...profile, names: { on: tagger }, default: { operator: "keep" }, entities };
  return new Redactor({ profile: own, flags: false });
}

/** Inputs that make others slow. */
function ADVERSARIES(): Readonly<Record<string, (size: number) => string>> {
  const repeat = (text: string) => (size: number) => text.repeat(Math.ceil(size / text.length));
  return {
    chats: (size) => chats.text.slice(0, size),
    "@": repeat("@"),
    "a@": repeat("a@"),
    "1": repeat("1"),
    "1 ": repeat("1 "),
    "4111 1111 1111 1111 ": repeat("4111 1111 1111 1111 "),
    "%41": repeat("%41"),
    "YWJj/": repeat("YW5Jj0/"),
    "A ": repeat("A "),
    "David Johnson ": repeat("David Johnson "),
    "password: ": repeat("password: "),
    "-----BEGIN PRIVATE KEY-----": repeat("-----BEGIN PRIVATE KEY-----\n"),
    "eyJ.": repeat("eyJ."),
    "[EMAIL": repeat("[EMAIL"),
    "http://a:b": repeat("http://a:b"),
    "12 Oak Street, ": repeat("12 Oak Street, "),
    "\\u0041": repeat("\\u0041"),
    é: repeat("é"),
    "a-": repeat("a-1-"),
  };
}

function say(what: string, ratio: number, bar: number): void {
  console.log(`${what}: ${ratio.toFixed(2)}x (bar ${bar}x, ${ratio >= bar ? "ok" : "BELOW"})`);
}

function take(size: number): { readonly texts: readonly string[]; readonly size: number } {
  const some: string[] = [];
  let total = 0;
  for (const text of texts) {
    if (total >= size) break;
    some.push(text);
    total += Buffer.byteLength(text);
  }
  return { texts: some, size: total };
}

function linesOf(size: number): Uint8Array {
  const end = bytes.indexOf(10, Math.min(size, bytes.length - 2));
  return bytes.subarray(0, end + 1);
}

function times(count: number, work: () => unknown): void {
  for (let index = 0; index < count; index += 1) work();
}

function best(work: () => unknown, size: number, tries = rounds + 2): number {
  let rate = 0;
  for (let round = 0; round < tries; round += 1) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    rate = Math.max(rate, size / (user + system));
  }
  return rate;
}

async function rateOf(work: () => unknown, size: number): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return size / (user + system);
}
