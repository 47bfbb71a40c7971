/**
 * The family of secrets against public data, where it lies beside the checkout; without it these
 * tests are skipped, and say so. The bounds are those the documentation states.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SECRET } from "../src/redact/recognizers/secret/secret.ts";
import { find } from "../src/redact/scan/find.ts";
import { Scanner } from "../src/redact/scan/scanner.ts";

const ROOT = join(import.meta.dirname, "../../..");
const DATA = join(ROOT, "../shared/data/pii");
const hasData = existsSync(join(DATA, "secrets"));
const THRESHOLD = 0.5;
const scanner = new Scanner(SECRET);
const foundIn = (text: string) => find(scanner, text, THRESHOLD);

function rows<Row>(path: string): readonly Row[] {
  return readFileSync(join(DATA, path), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Row);
}

/** The share of `[start, end)` that is found. */
function coverage(text: string, start: number, end: number): number {
  let covered = 0;
  for (const one of foundIn(text))
    covered += Math.max(0, Math.min(end, one.end) - Math.max(start, one.start));
  return covered / (end - start);
}

describe.skipIf(!hasData)("public data (skipped where it is not beside the checkout)", () => {
  it("literals of gitleaks: recall 97 %, false alarms 12 %", () => {
    const all = rows<{ rule: string; label: string; text: string }>("secrets/gitleaks_cases.jsonl");
    // Credentials in URLs are another recognizer's.
    const secrets = all.filter(({ label, rule }) => label === "secret" && !rule.startsWith("sidekiq"));
    const others = all.filter(({ label }) => label !== "secret");
    expect(secrets.filter(({ text }) => foundIn(text).length > 0).length / secrets.length).toBeGreaterThan(
      0.97,
    );
    expect(others.filter(({ text }) => foundIn(text).length > 0).length / others.length).toBeLessThan(0.12);
  });

  it("fixtures of secretlint: recall 90 %", () => {
    interface Fixture {
      readonly rule: string;
      readonly text: string;
      readonly expected: readonly { readonly range: readonly [number, number] }[];
    }
    const all = rows<Fixture>("secrets/secretlint_cases.jsonl").filter(
      ({ rule }) => !rule.endsWith("basicauth"),
    );
    const wanted = all.flatMap(({ text, expected }) => expected.map(({ range }) => ({ text, range })));
    const hits = wanted.filter(({ text, range }) => coverage(text, ...range) > 0);
    expect(hits.length / wanted.length).toBeGreaterThan(0.9);
  });

  it("samples of CredSweeper: recall 60 % at precision 80 %", () => {
    interface Sample {
      readonly text: string;
      readonly expected: readonly {
        readonly line: number;
        readonly value: string;
        readonly value_start: number;
      }[];
    }
    let wanted = 0;
    let hits = 0;
    let findings = 0;
    let right = 0;
    for (const { text, expected } of rows<Sample>("secrets/credsweeper_samples.jsonl")) {
      const lines = text.split("\n");
      const spans = expected.map(({ line, value, value_start }) => {
        const base = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
        const start = text.startsWith(value, base + value_start)
          ? base + value_start
          : text.indexOf(value, base);
        return [start, start + value.length] as const;
      });
      wanted += spans.length;
      hits += spans.filter(([start, end]) => start >= 0 && coverage(text, start, end) >= 0.9).length;
      const found = foundIn(text);
      findings += found.length;
      right += found.filter((one) => spans.some(([start, end]) => one.start < end && one.end > start)).length;
    }
    expect(hits / wanted).toBeGreaterThan(0.6);
    expect(right / findings).toBeGreaterThan(0.8);
  });

  it.each([
    "wikigold/wikigold.conll.txt",
    "uner/en_ewt-ud-dev.iob2",
    "uner/pt_bosque-ud-dev.iob2",
    "btc/h.conll",
  ])("no secret in %s", (path) => {
    const words = readFileSync(join(DATA, path), "utf8")
      .split("\n")
      .map((line) =>
        line.startsWith("#") ? "" : (line.split(/[\t ]/)[path.endsWith("iob2") ? 1 : 0] ?? ""),
      );
    expect(foundIn(words.join(" "))).toEqual([]);
  });

  it("no secret in the judgements of the Text Anonymization Benchmark", () => {
    const texts = JSON.parse(readFileSync(join(DATA, "tab/test_texts.json"), "utf8")) as Record<
      string,
      string
    >;
    expect(Object.values(texts).flatMap(foundIn)).toEqual([]);
  });
});

/** Sources without those of the redactor, which name what it looks for. */
function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (["node_modules", "dist", "redact", "test"].includes(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /(?<!\.test)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

it("no secret in our own sources", () => {
  const files = sources(join(ROOT, "packages"));
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((path) =>
    foundIn(readFileSync(path, "utf8")).map((one) => [path, one.recognizer]),
  );
  expect(found).toEqual([]);
});

it("no secret in the hashes of a lock file", () => {
  expect(foundIn(readFileSync(join(ROOT, "package-lock.json"), "utf8"))).toEqual([]);
});
