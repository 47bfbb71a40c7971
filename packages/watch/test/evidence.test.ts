/** A bundle holds what it says, and whatever is changed in it is found. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  commit,
  type Evidence,
  newSigningKey,
  printCheckpoint,
  printNote,
  printTlogProof,
  signNote,
} from "@proviso/core/ledger";
import { inclusionProof, leafHash, Tree } from "@proviso/core/merkle";
import type { Checklist } from "@proviso/core/verify";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeFolderLedger, newOpening, openFolderLedger } from "../../store/src/ledger/index.ts";
import type { VersionEntry } from "../src/archive/archive.ts";
import { sha256 } from "../src/archive/hash.ts";
import { Archive } from "../src/archive/open-archive.ts";
import type { Declaration } from "../src/declare/declaration.ts";
import { parseDeclaration } from "../src/declare/parse-declaration.ts";
import type { Bundle } from "../src/evidence/bundle.ts";
import { checkBundle } from "../src/evidence/check-bundle.ts";
import { indexHead } from "../src/evidence/index-tree.ts";
import { evidenceBundle } from "../src/evidence/make-bundle.ts";
import { isBundle, parseBundle, printBundle } from "../src/evidence/print-bundle.ts";
import { openFetchRun } from "../src/fetch/fetch-run.ts";
import { fetchSource } from "../src/fetch/fetch-source.ts";
import { lookAt } from "../src/run/look-at.ts";
import { startSite } from "./site/site.ts";
import { termsPage } from "./terms-page.ts";

const START = Date.UTC(2026, 0, 1);
const DAY = 86_400_000;
const LONGER = {
  2: "We keep your conversations for 5 years after you delete them, and then they are erased.",
  3: "We use your conversations to train our models unless you opt out in your settings.",
};
const KEY = newSigningKey("example.com/log", new Uint8Array(32).fill(7));
const OTHER_KEY = newSigningKey("example.com/log", new Uint8Array(32).fill(8));

let folder: string;
let archive: Archive;
let declarations: readonly Declaration[];
let before: VersionEntry;
let after: VersionEntry;
let ledger: Evidence;
let signed: Uint8Array;

/** In a log of five, with others before and behind. */
function logged(value: unknown): Evidence {
  const opening = { kind: "manifest" as const, salt: "ab".repeat(32), value };
  const leaves = [1, 2, 0, 3, 4].map((one) =>
    one === 0 ? leafHash(commit(opening).data) : leafHash(Uint8Array.of(one)),
  );
  const nodes: Uint8Array[][] = [];
  const tree = new Tree((level, index, hash) => {
    nodes[level] = [...(nodes[level] ?? [])];
    (nodes[level] as Uint8Array[])[index] = hash;
  });
  for (const leaf of leaves) tree.add(leaf);
  const text = printCheckpoint({ origin: KEY.name, size: 5, root: tree.root(), extensions: [] });
  const hashes = inclusionProof(2, 5, (level, index) => nodes[level]?.[index] as Uint8Array);
  const checkpoint = printNote(signNote(text, KEY));
  return {
    format: "proviso-evidence/1",
    opening,
    proof: printTlogProof({ index: 2, hashes, extra: undefined, checkpoint }),
  };
}

beforeAll(async () => {
  const site = await startSite();
  folder = mkdtempSync(join(tmpdir(), "proviso-evidence-"));
  archive = await Archive.open(folder, { write: true });
  const declared = (name: string): readonly Declaration[] =>
    parseDeclaration(
      `service: ${name}\ntype: Terms of Service\nurl: ${site.origin}/terms\nselect: main\nlanguage: en\n`,
      "example.yaml",
    ).declarations;
  declarations = [...declared("Example"), ...declared("Other")];
  const run = openFetchRun({ allowPrivate: [site.host], gapMs: 0, retryMs: 0 });
  for (const [day, replaced] of [{}, LONGER].entries()) {
    site.set("/terms", {
      headers: { "content-type": "text/html; charset=utf-8" },
      body: termsPage("Example", replaced),
    });
    for (const declaration of declarations) {
      const fetch: Parameters<typeof lookAt>[1]["fetch"] = (source, previous) =>
        fetchSource(source, { run, previous });
      await lookAt(declaration, { archive, fetch, at: START + day * DAY });
    }
  }
  await run.close();
  await site.close();
  const versions = await Array.fromAsync(
    archive.versionsOf({ service: "Example", type: "Terms of Service" }),
  );
  [before, after] = versions as [VersionEntry, VersionEntry];
  ledger = logged(await indexHead(archive));
  signed = await evidenceBundle(archive, { versions: [before, after], declarations, ledger });
});
afterAll(async () => {
  await archive.close();
  rmSync(folder, { recursive: true, force: true });
});

const check = (bytes: Uint8Array): Promise<Checklist> =>
  checkBundle(bytes, { file: "bundle.json", keys: [KEY] });
const outcome = ({ checks }: Checklist, name: string): string | undefined =>
  checks.find((one) => one.name === name)?.outcome;
const parts = (list: Checklist) => list.checks.map((one) => `${one.outcome} ${one.name}: ${one.says}`);

type Forgery = (bundle: Bundle) => unknown;

/** As somebody who wants it to pass would: with a checksum that fits. */
async function forged(change: Forgery): Promise<Checklist> {
  const bundle = structuredClone(parseBundle(signed));
  change(bundle);
  return await check(printBundle(bundle));
}

describe("a bundle of a change", () => {
  it("is verified with the key of the ledger", async () => {
    const list = await check(signed);
    expect(parts(list).filter((one) => one.startsWith("failed"))).toEqual([]);
    expect(list.verdict).toBe("verified");
    for (const name of ["raw-bytes", "text", "extraction", "quotes", "reading", "index", "signature"]) {
      expect(outcome(list, name)).toBe("ok");
    }
    expect(parseBundle(signed).changes.map(({ axis }) => axis)).toEqual(
      expect.arrayContaining(["training-use", "retention"]),
    );
  });

  it("is told by its first bytes", () => {
    expect(isBundle(signed.subarray(0, 100))).toBe(true);
    expect(isBundle(Buffer.from('{"format":"proviso-evidence/1","opening":'))).toBe(false);
  });

  it("is the same whenever it is made", async () => {
    expect(await evidenceBundle(archive, { versions: [before, after], declarations, ledger })).toEqual(
      signed,
    );
  });

  it("is not verified without a key, and fails with another one of that name", async () => {
    expect((await checkBundle(signed, { file: "b" })).verdict).toBe("consistent");
    expect((await checkBundle(signed, { file: "b", keys: [OTHER_KEY] })).verdict).toBe("failed");
  });

  it("holds against a head that the reader has", async () => {
    const head = await indexHead(archive);
    const good = await checkBundle(signed, { file: "b", keys: [KEY], pinned: head?.root });
    expect(outcome(good, "pinned")).toBe("ok");
    const bad = await checkBundle(signed, { file: "b", keys: [KEY], pinned: sha256("other") });
    expect(bad.verdict).toBe("failed");
  });
});

it("a ledger in a folder vouches for it, also when the archive has grown since", async () => {
  const root = mkdtempSync(join(tmpdir(), "proviso-evidence-"));
  const key = await makeFolderLedger(join(root, "ledger"), "example.com/folder");
  const log = await openFolderLedger(join(root, "ledger"), { write: true });
  const head = await indexHead(archive);
  const { first } = await log.append([newOpening("policy", {}), newOpening("manifest", head)]);
  const document = { service: "Example", type: "Terms of Service" };
  await archive.append({
    kind: "check",
    document,
    at: START,
    outcome: "unchanged",
    signal: undefined,
    reason: undefined,
  });
  expect((await indexHead(archive))?.entries).toBe((head?.entries ?? 0) + 1);
  const bundle = await evidenceBundle(archive, {
    versions: [before, after],
    declarations,
    ledger: await log.evidence(first + 1),
  });
  expect((await checkBundle(bundle, { file: "b", keys: [key] })).verdict).toBe("verified");
  await expect(
    evidenceBundle(archive, { versions: [after], ledger: await log.evidence(first) }),
  ).rejects.toMatchObject({ code: "USAGE" });
  await log.close();
  rmSync(root, { recursive: true, force: true });
});

describe("what cannot be checked is said", () => {
  it("without a ledger", async () => {
    const list = await check(await evidenceBundle(archive, { versions: [after], declarations }));
    expect(list.verdict).toBe("consistent");
    expect(outcome(list, "signature")).toBe("not-checked");
    expect(outcome(list, "extraction")).toBe("ok");
  });

  it("without the rules", async () => {
    const list = await check(await evidenceBundle(archive, { versions: [after], ledger }));
    expect(list.verdict).toBe("consistent");
    expect(outcome(list, "extraction")).toBe("not-checked");
  });

  it("with rules of today that are not those of then", async () => {
    const [one] = declarations;
    if (one === undefined) throw new Error("nothing is declared");
    const changed = { ...one, sources: one.sources.map((source) => ({ ...source, select: ["body"] })) };
    const list = await check(
      await evidenceBundle(archive, { versions: [after], declarations: [changed], ledger }),
    );
    expect(outcome(list, "extraction")).toBe("not-checked");
    const past = { ...changed, history: [{ validUntil: START, sources: one.sources }] };
    const found = await check(
      await evidenceBundle(archive, { versions: [after], declarations: [past], ledger }),
    );
    expect(found.verdict).toBe("verified");
  });

  it("for a text without raw bytes", async () => {
    const root = mkdtempSync(join(tmpdir(), "proviso-evidence-"));
    const bare = await Archive.open(root, { write: true });
    const entry = await bare.putVersion({
      at: START,
      document: { service: "Example", type: "Terms" },
      text: "# Terms\n\nWe keep your conversations for 30 days.\n",
      snapshots: [],
      recipe: "folder example",
      isUpgrade: false,
      language: "en",
      judged: { version: "a", at: START, class: "first", standing: "change", reason: "", against: undefined },
    });
    const evidence = logged(await indexHead(bare));
    const list = await check(await evidenceBundle(bare, { versions: [entry], ledger: evidence }));
    expect(list.verdict).toBe("consistent");
    expect(outcome(list, "raw-bytes")).toBe("not-checked");
    expect(outcome(list, "signature")).toBe("ok");
    await expect(evidenceBundle(archive, { versions: [after], ledger: evidence })).rejects.toMatchObject({
      code: "USAGE",
    });
    await bare.close();
    rmSync(root, { recursive: true, force: true });
  });
});

describe("what was changed is found", () => {
  it("any byte", async () => {
    const property = fc.asyncProperty(
      fc.nat(signed.length - 1),
      fc.integer({ min: 1, max: 255 }),
      async (at, flip) => {
        const bytes = Uint8Array.from(signed);
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        expect((await check(bytes)).verdict).toBe("failed");
      },
    );
    await fc.assert(property, { numRuns: 400 });
  });

  it("any cut", async () => {
    const property = fc.asyncProperty(fc.nat(signed.length - 1), async (end) => {
      expect((await check(signed.subarray(0, end))).verdict).toBe("failed");
    });
    await fc.assert(property, { numRuns: 100 });
  });

  it("any character, by somebody who makes a new checksum", async () => {
    const text = Buffer.from(signed).toString();
    const body = text.slice(0, text.lastIndexOf(',"checksum"'));
    const property = fc.asyncProperty(fc.nat(body.length - 1), fc.nat(61), async (at, which) => {
      const other = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"[which] ?? "";
      fc.pre(body[at] !== other && at > 40);
      const changed = `${body.slice(0, at)}${other}${body.slice(at + 1)}`;
      const list = await check(Buffer.from(`${changed},"checksum":"${sha256(changed)}"}\n`));
      expect(list.verdict, changed.slice(at - 60, at + 20)).not.toBe("verified");
    });
    await fc.assert(property, { numRuns: 300 });
  });

  it.each<[string, string, Forgery]>([
    ["another text", "text", ({ versions }) => swap(versions)],
    ["a quote that is elsewhere", "quotes", ({ facts }) => set(facts[0], { start: 1 })],
    [
      "other rules",
      "extraction",
      ({ versions }) => set(versions[0]?.parts[0], { rules: { select: ["body"] } }),
    ],
    ["other bytes", "raw-bytes", ({ blobs }) => set(blobs[0], { base64: "AAAA" })],
    ["bytes of no use", "raw-bytes", ({ blobs }) => blobs.push({ hash: sha256(""), base64: "" })],
    ["a line twice", "index", ({ index }) => index.lines.push(...index.lines.slice(-1))],
    ["another line", "index", ({ index }) => set(index.lines[0], { line: index.lines[1]?.line ?? "" })],
    ["another root", "index", ({ index }) => set(index.head, { root: sha256("other") })],
    ["another head", "head", ({ index }) => set(index.head, { head: sha256("other") })],
    ["one version twice", "lineage", ({ versions }) => versions.splice(1, 1, ...versions.slice(0, 1))],
    ["another ledger", "inclusion", ({ ledger: one }) => set(one?.opening, { salt: "cd".repeat(32) })],
  ])("%s", async (_, name, change) => {
    const list = await forged(change);
    expect(list.verdict).toBe("failed");
    expect(outcome(list, name)).toBe("failed");
  });

  it("another meaning, though not as a failure: another Proviso may read otherwise", async () => {
    const list = await forged(({ changes }) => set(changes[0], { direction: "better" }));
    expect(outcome(list, "reading")).toBe("not-checked");
    expect(list.verdict).toBe("consistent");
  });

  it("what is nested too deeply, without a crash", async () => {
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    const text = Buffer.from(signed).toString();
    const changed = text
      .slice(0, text.lastIndexOf(',"checksum"'))
      .replace(/"value":\{[^}]*\}/, `"value":${deep}`);
    expect(changed).toContain("[[[");
    const list = await check(Buffer.from(`${changed},"checksum":"${sha256(changed)}"}\n`));
    expect(list.verdict).toBe("failed");
  });

  it("a change that was left out", async () => {
    const list = await forged((bundle) => {
      bundle.changes.pop();
    });
    expect(list.verdict).not.toBe("verified");
  });
});

function set<T extends object>(one: T | undefined, values: Partial<T>): void {
  if (one === undefined) throw new Error("it is not in the bundle");
  Object.assign(one, values);
}

function swap(versions: Bundle["versions"]): void {
  const [one, two] = versions;
  if (one === undefined || two === undefined) throw new Error("a change has two");
  [one.markdown, two.markdown] = [two.markdown, one.markdown];
}
