/**
 * Provisions and citations, held against dated terms of real vendors (Open Terms Archive, ODC-By), if they
 * lie beside the checkout. The data is not part of the project.
 */
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parsePolicy } from "../src/policy/parse.ts";
import type { Version } from "../src/terms/document.ts";
import { anchor } from "../src/terms/provisions/anchor.ts";
import { follow } from "../src/terms/provisions/follow.ts";
import { split } from "../src/terms/provisions/split.ts";
import { staleRules } from "../src/terms/rules/stale.ts";

const FOLDER = join(import.meta.dirname, "../../../../shared/data/terms");
const POLICIES = join(import.meta.dirname, "../../../policies");
const TERMS = "versions/claude-ai/terms-of-service";

interface Entry {
  readonly file: string;
  readonly recordedAt: string;
  readonly source: { readonly commit: string };
}

function entries(): ReadonlyMap<string, Entry> {
  const manifest = JSON.parse(readFileSync(join(FOLDER, "manifest.json"), "utf8")) as { entries: Entry[] };
  return new Map(manifest.entries.map((entry) => [entry.source.commit.slice(0, 7), entry]));
}

function versionOf({ file, recordedAt, source }: Entry): Version {
  const text = readFileSync(join(FOLDER, file), "utf8");
  return { id: source.commit, at: Date.parse(recordedAt), text, isUpgrade: false };
}

describe.skipIf(!existsSync(join(FOLDER, "manifest.json")))("with ../shared/data/terms", () => {
  it("finds every fingerprint of our packs intact in the version that the pack names", () => {
    const archived = entries();
    let checked = 0;
    for (const file of globSync("*/*/*.yaml", { cwd: POLICIES })) {
      const { policy } = parsePolicy(readFileSync(join(POLICIES, file), "utf8"), file);
      const documents = new Map<string, Version>();
      for (const [key, { archive }] of Object.entries(policy.documents)) {
        // Where two commits are named, the fingerprints are of the second.
        const commit = [...(archive ?? "").matchAll(/\b[0-9a-f]{7}\b/g)].map(String).at(-1);
        const entry = commit === undefined ? undefined : archived.get(commit);
        if (entry !== undefined) documents.set(key, versionOf(entry));
      }
      for (const one of staleRules(policy, documents).sections) {
        const print = policy.documents[one.document]?.fingerprints[one.section ?? ""];
        if (!documents.has(one.document) || print === undefined) continue;
        expect(one, `${file} ${one.document}#${one.section}`).toMatchObject({ standing: "intact" });
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(100);
  });

  it("says which rules of an older policy are stale under the terms of autumn 2025", () => {
    const archived = entries();
    const file = "anthropic/claude-consumer/2025-05-01.yaml";
    const { policy } = parsePolicy(readFileSync(join(POLICIES, file), "utf8"), file);
    const at = (commit: string): Version => {
      const entry = archived.get(commit);
      if (entry === undefined) throw new Error(`${commit} is not in the data`);
      return versionOf(entry);
    };
    const readIn = new Map([
      ["consumer-terms", at("8f977d4")],
      ["privacy-policy", at("d7147bb")],
    ]);
    const { stale, sections } = staleRules(
      policy,
      new Map([
        ["consumer-terms", at("dc2fc4f")],
        ["privacy-policy", at("91d2ff3")],
      ]),
      readIn,
    );
    expect(stale.map(({ id }) => id)).toEqual(expect.arrayContaining(["old-terms", "opted-out", "feedback"]));
    const use = sections.find(({ section }) => section?.endsWith("Our use of Materials"));
    expect(use).toMatchObject({ standing: "changed" });
    expect(use?.words).toContain("-not");
    expect(sections.find(({ section }) => section === "5. Feedback")).toMatchObject({ standing: "intact" });
  });

  it("follows the clause that let training in, and keeps what stayed", () => {
    const [before = "", after = ""] = globSync(`${TERMS}/*.md`, { cwd: FOLDER })
      .sort()
      .map((file) => readFileSync(join(FOLDER, file), "utf8"));
    const { succession } = follow(split(before), split(after));
    const counts = new Map<string, number>();
    for (const { fate } of succession) counts.set(fate, (counts.get(fate) ?? 0) + 1);
    expect(counts.get("same")).toBeGreaterThan(200);
    expect(succession.length - (counts.get("same") ?? 0)).toBeLessThan(16);
    const training = succession.find(({ after: [one] }) => one?.text.includes("unless you opt out"));
    expect(training?.fate).toBe("reworded");
    expect(training?.before[0]?.text).toMatch(/^We may use Materials to provide/);
    const quote = "We may use Materials to provide, maintain, and improve the Services and to develop";
    expect(anchor(quote, before)).toMatchObject({ is: "exact" });
    expect(anchor(quote, after)).toMatchObject({ is: "fuzzy" });
  });

  it("splits every version without a letter lost, and gives every clause an id of its own", () => {
    const all = globSync("{versions,noise}/**/*.md", { cwd: FOLDER }).sort();
    // Neighbours in time are alike: every third is enough.
    const files = all.filter((_, index) => index % 3 === 0);
    expect(files.length).toBeGreaterThan(100);
    for (const file of files) {
      const text = readFileSync(join(FOLDER, file), "utf8");
      const provisions = split(text);
      let [at, lost] = [0, ""];
      for (const { start, end } of provisions) {
        lost += text.slice(at, start);
        at = end;
      }
      expect(`${lost}${text.slice(at)}`, file).not.toMatch(/[\p{L}\p{N}]/u);
      expect(new Set(provisions.map(({ id }) => id)).size, file).toBe(provisions.length);
    }
  });
});
