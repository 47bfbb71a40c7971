import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Version } from "../document.ts";
import { claimsOf } from "./claims.ts";
import { verdictOf } from "./verdict.ts";

interface Cases {
  readonly at: string;
  readonly versions: readonly { readonly id: string; readonly at: string; readonly text: string }[];
  readonly cases: readonly {
    readonly says: string;
    readonly subject: string;
    readonly verdict: string;
    readonly quote?: string;
  }[];
}

const FILE = join(import.meta.dirname, "../../../../../conformance/terms/news/made-up-terms.json");
const { at, versions, cases } = JSON.parse(readFileSync(FILE, "utf8")) as Cases;
const VERSIONS: readonly Version[] = versions.map((one) => ({
  ...one,
  at: Date.parse(one.at),
  isUpgrade: false,
}));
const ACME = { service: "Acme", type: "Terms of Service" };
const AT = Date.parse(at);

describe("claims against made-up terms", () => {
  it.each(cases)("$says", ({ says, subject, verdict, quote }) => {
    const judged = verdictOf(claimsOf(says), [{ document: ACME, versions: VERSIONS }], { at: AT });
    const one = judged.claims.find(({ claim }) => claim.subject === subject);
    expect(one?.verdict).toBe(verdict);
    if (quote !== undefined) expect(one?.evidence.map((found) => found.quote)).toContain(quote);
  });
});

describe("the whole", () => {
  const claims = claimsOf("Acme will train on your chats unless you opt out.");

  it("is changed, with its impact", () => {
    const { whole, changes } = verdictOf(claims, [{ document: ACME, versions: VERSIONS }], { at: AT });
    expect(whole).toBe("changed");
    expect(changes[0]?.impact.score).toBeGreaterThan(0);
  });

  it("is that nothing changed where the text stood for months", () => {
    const [first] = VERSIONS;
    const same = [first, { ...first, id: "v1b", at: AT - 86_400_000 }].filter((one) => one !== undefined);
    const { whole } = verdictOf(claims, [{ document: ACME, versions: same as Version[] }], { at: AT });
    expect(whole).toBe("nothing-changed");
  });

  it("is not visible without a text, or where the document cannot be seen", () => {
    expect(verdictOf(claims, [], { at: AT })).toMatchObject({ whole: "not-visible" });
    const unseen = { document: ACME, versions: VERSIONS.slice(0, 1), unseen: "the page is empty since May" };
    const judged = verdictOf(claims, [unseen], { at: AT });
    expect(judged).toMatchObject({ whole: "not-visible", reason: "the page is empty since May" });
  });

  it("takes a change that is long past for none", () => {
    const { whole } = verdictOf(claims, [{ document: ACME, versions: VERSIONS }], {
      at: Date.UTC(2026, 0, 1),
    });
    expect(whole).toBe("nothing-changed");
  });
});

describe("other times", () => {
  it("are named with their verdict", () => {
    const [claim] = verdictOf(
      claimsOf("Acme will not use chats to train its models."),
      [{ document: ACME, versions: VERSIONS }],
      { at: AT },
    ).claims;
    expect(claim?.verdict).toBe("contradicted");
    expect(claim?.atOtherTimes.map(({ verdict, version }) => [verdict, version])).toEqual([
      ["supported", "v1"],
    ]);
  });
});

describe("other vendors", () => {
  it("are left out where a sentence names only them", () => {
    const about = { names: ["Acme"], others: ["Globex"] };
    expect(claimsOf("Globex will train on your chats unless you opt out.", about)).toEqual([]);
    expect(claimsOf("Unlike Globex, Acme will train on your chats unless you opt out.", about)).not.toEqual(
      [],
    );
    expect(claimsOf("Globexia will train on your chats unless you opt out.", about)).not.toEqual([]);
  });
});

it("never supports or contradicts without a quote that stands in the archive", () => {
  const pieces = cases.map(({ says }) => says);
  const clauses = VERSIONS.flatMap(({ text }) => text.split("\n\n"));
  fc.assert(
    fc.property(fc.subarray(pieces), fc.shuffledSubarray(clauses), (said, kept) => {
      const text = kept.join("\n\n");
      const one = [{ id: "v", at: AT, text, isUpgrade: false }];
      const { claims } = verdictOf(claimsOf(said.join(" ")), [{ document: ACME, versions: one }], { at: AT });
      for (const { verdict, evidence, against } of claims) {
        expect(evidence.length > 0 && against.length === 0).toBe(verdict !== "not-found");
        for (const { quote, start, end } of evidence) {
          expect(quote.trim()).not.toBe("");
          expect(text.slice(start, end)).toBe(quote);
        }
      }
    }),
    { numRuns: 40 },
  );
});
