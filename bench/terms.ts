/**
 * How fast histories of terms are judged, against the least that a watcher does with the same texts
 *
 *   node --conditions=@proviso/source bench/terms.ts [FOLDER] [--rounds=7]
 *
 * FOLDER holds dated versions (`<service>/<type>/<date>.md`); without it, texts are generated: 40
 * documents of 40 kB with 12 versions each, half of which differ in form only. Yardsticks are SHA-256 of
 * the text with a diff by lines of neighbours that differ (`diff`), and SHA-256 alone. CPU time of one
 * thread, in turn in the same process; the ratio is the median over the rounds.
 */
import { createHash } from "node:crypto";
import { judge, type QuietState } from "@proviso/core/terms";
import { readFolder } from "@proviso/watch";
import { diffLines } from "diff";
import { argument } from "./child.ts";
import { pair, printPair } from "./measure.ts";

const folder = process.argv.slice(2).find((one) => !one.startsWith("--"));
const rounds = Number(argument("rounds") ?? 7);
const histories = folder === undefined ? generated(40, 12, 40_000) : await read(folder);
const versions = histories.flat().length;
const bytes = histories.flat().reduce((sum, text) => sum + Buffer.byteLength(text), 0);
console.log(
  `${histories.length} documents, ${versions} versions, ${(bytes / versions / 1000).toFixed(0)} kB each`,
);

const ours = { run: judged, n: versions };
printPair(pair("judged", ours, "SHA-256 and a diff by lines", { run: diffed, n: versions }, rounds), 0.05);
printPair(pair("judged", ours, "SHA-256 alone", { run: hashed, n: versions }, rounds), 0.01);

function judged(): number {
  let told = 0;
  for (const texts of histories) {
    let state: QuietState | undefined;
    for (const [index, text] of texts.entries()) {
      const result = judge(state, { id: String(index), at: index * 43_200_000, text, isUpgrade: false });
      state = result.state;
      if (result.judged.standing === "change") told += 1;
    }
  }
  return told;
}

function diffed(): number {
  let changes = 0;
  for (const texts of histories) {
    let before: { hash: string; text: string } | undefined;
    for (const text of texts) {
      const hash = createHash("sha256").update(text).digest("hex");
      if (before !== undefined && before.hash !== hash) changes += diffLines(before.text, text).length;
      before = { hash, text };
    }
  }
  return changes;
}

function hashed(): number {
  let sum = 0;
  for (const text of histories.flat()) sum += createHash("sha256").update(text).digest()[0] ?? 0;
  return sum;
}

async function read(from: string): Promise<string[][]> {
  const found = new Map<string, string[]>();
  for await (const { document, version } of readFolder(from)) {
    const key = JSON.stringify(document);
    found.set(key, [...(found.get(key) ?? []), version.text]);
  }
  return [...found.values()];
}

function generated(documents: number, each: number, size: number): string[][] {
  let seed = 20_250_829;
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  const words =
    "we keep your content for days unless you opt out of training in settings and never sell it".split(" ");
  const sentence = (): string => {
    const some = Array.from({ length: 12 + next(14) }, () => words[next(words.length)]);
    return `${some.join(" ")} ${next(90)} days. See the [policy](https://lantern.example/legal/${next(1e9)}).`;
  };
  return Array.from({ length: documents }, () => {
    const clauses: string[] = [];
    for (let length = 0; length < size; length += clauses.at(-1)?.length ?? 0)
      clauses.push(`## ${clauses.length + 1}. Clause\n\n${sentence()} ${sentence()}`);
    return Array.from({ length: each }, (_, index) => {
      const at = next(clauses.length);
      if (index % 2 === 0) clauses[at] = `## ${at + 1}. Clause\n\n${sentence()}`;
      else clauses[at] = (clauses[at] ?? "").replace(/legal\/[0-9]+/, `legal/${next(1e9)}`);
      return clauses.join("\n\n");
    });
  });
}
