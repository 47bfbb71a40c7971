import { diffLines } from "diff";
import { describe, expect, it } from "vitest";
import { ProvisoError } from "../src/errors.ts";
import { digestOf } from "../src/policy/digest.ts";
import { parsePolicy } from "../src/policy/parse.ts";
import type { Axis, AxisFact, AxisValues } from "../src/terms/axes/axis.ts";
import type { AxisChange, ChangeClocks, TermsChange } from "../src/terms/change/terms-change.ts";
import { type Draft, draftPolicy } from "../src/terms/rules/draft.ts";
import { staleRules } from "../src/terms/rules/stale.ts";
import { AFTER, AFTER_VERSION, BEFORE, BEFORE_VERSION, POLICY } from "./terms-provisions-sample.ts";

const NAME = { service: "Plant Shop", type: "Terms of Service" };
const NOW = Date.parse("2026-03-02T10:00:00Z");
const DOCUMENTS = [{ key: "terms", name: NAME, before: BEFORE_VERSION, after: AFTER_VERSION }];

function fact(axis: Axis, values: AxisValues, text: string, quote: string): AxisFact {
  const start = text.indexOf(quote);
  expect(start).toBeGreaterThanOrEqual(0);
  const end = start + quote.length;
  return { axis, values, quote, start, end, provision: "p-000000000000", confidence: 1, basis: "rule" };
}

function changed(before: AxisFact | undefined, after: AxisFact | undefined): AxisChange {
  const kind = before === undefined ? "added" : after === undefined ? "removed" : "changed";
  const axis = before?.axis ?? after?.axis ?? "other";
  return { axis, kind, before, after, direction: "worse", why: "by the test" };
}

const KEPT_LONGER = changed(
  fact("retention", { period: "P30D", start: "deletion" }, BEFORE, "We delete chats within 30 days"),
  fact("retention", { period: "P5Y", start: "deletion" }, AFTER, "We delete chats within 5 years"),
);
const TRAINING = changed(
  fact("training-use", { use: "prohibited" }, BEFORE, "We never use your chats to train models."),
  fact("training-use", { use: "permitted" }, AFTER, "We use your chats to train models unless you opt out."),
);
const IN_FORCE: ChangeClocks["inForce"] = {
  is: "day",
  at: Date.parse("2026-04-01"),
  quote: "In force from 1 April 2026.",
};

function termsChange(
  changes: readonly AxisChange[],
  inForce: ChangeClocks["inForce"] = IN_FORCE,
): TermsChange {
  return {
    document: NAME,
    before: { id: "v1", at: BEFORE_VERSION.at },
    after: { id: "v2", at: AFTER_VERSION.at },
    changes,
    direction: "worse",
    impact: {
      score: 80,
      level: "high",
      parts: { scope: 1, severity: 1, default: 1, reversibility: 1 },
      reasons: [],
    },
    regulations: [],
    clocks: {
      firstSeen: AFTER_VERSION.at,
      stated: { at: Date.parse("2026-03-01"), quote: "Last updated 1 March 2026." },
      inForce,
      isSilent: false,
    },
    notice: undefined,
    provisions: {},
    summary: "",
  };
}

function draftOf(changes: readonly AxisChange[], inForce?: ChangeClocks["inForce"] | null): Draft {
  const change = inForce === null ? { ...termsChange(changes, undefined) } : termsChange(changes, inForce);
  const clocks = inForce === null ? { ...change.clocks, inForce: undefined } : change.clocks;
  return draftPolicy({ text: POLICY, file: "policy.yaml" }, [{ ...change, clocks }], DOCUMENTS, NOW);
}

describe("draftPolicy", () => {
  const draft = draftOf([KEPT_LONGER, TRAINING]);
  const { policy } = parsePolicy(draft.text, "draft.yaml");

  it("is a policy that follows the current one from the day the terms name", () => {
    expect(policy).toMatchObject({ version: "2026-04-01", supersedes: "2025-06-01" });
    expect(policy.effective.fixed).toEqual([{ at: Date.parse("2026-04-01"), knownFrom: AFTER_VERSION.at }]);
    expect(policy.documents["terms"]).toMatchObject({ version: "2026-03-01" });
    expect(policy.documents["terms"]?.archive).toContain("v2");
  });

  it("takes the longer period into the clock on that clause, with the sentence behind it", () => {
    const clock = policy.clocks.find(({ id }) => id === "deleted");
    expect(clock?.period).toMatchObject({ value: "P5Y" });
    expect(draft.edits).toContainEqual({
      field: "clocks.deleted.atMost",
      from: "P30D",
      to: "P5Y",
      because: "retention changed: period P30D -> P5Y",
      quote: "We delete chats within 5 years",
    });
  });

  it("permits nothing anew: what has no one translation is left open, by name", () => {
    const old = parsePolicy(POLICY, "policy.yaml").policy;
    expect(policy.rules).toEqual(old.rules);
    expect(draft.open).toContainEqual({
      about: "rule no-training",
      reason: "training-use changed: use prohibited -> permitted",
      quote: "We use your chats to train models unless you opt out.",
    });
    expect(draft.open.map(({ about }) => about)).toEqual(
      expect.arrayContaining(["clock deleted", "clock stamps"]),
    );
    expect(draft.text).toMatch(
      /# review: .*training-use changed: use prohibited -> permitted\n {2}- id: no-training/,
    );
  });

  it("keeps fingerprints of clauses that changed, so that their rules stay stale until they are read", () => {
    const { stale } = staleRules(policy, new Map([["terms", AFTER_VERSION]]));
    expect(stale.map(({ id }) => id)).toEqual(["no-training", "deleted", "stamps"]);
  });

  it("keeps comments and touches no other line", () => {
    const parts = diffLines(POLICY, draft.text);
    const removed = parts.filter((part) => part.removed).map(({ value }) => value.trim());
    expect(removed.map((line) => line.split(":")[0])).toEqual([
      "version",
      "version",
      '"3. Feedback"',
      "atMost",
      "- { id",
    ]);
    expect(draft.text).toContain("atMost: P5Y # as promised");
    expect(draft.text).toContain("# The first text we read.");
  });

  it("holds no vendor's prose", () => {
    for (const quote of ["We use your chats", "We delete chats", "In force from"]) {
      expect(draft.text).not.toContain(quote);
    }
  });

  it("never begins by itself where the terms do not say when they bind", () => {
    const undated = draftOf([KEPT_LONGER], null);
    const { effective, version } = parsePolicy(undated.text, "draft.yaml").policy;
    expect(version).toBe("2026-03-02");
    expect(effective.fixed.map(({ at }) => at)).toEqual([Date.parse("9999-12-31")]);
    expect(undated.open.map(({ about }) => about)).toContain("effective");
  });

  it("renames citations of a clause that moved, and takes its new fingerprint along", () => {
    const section = "Terms of the Plant Shop > 5. What you send us";
    expect(policy.clocks[1]?.cite).toEqual([{ document: "terms", section }]);
    const { sections } = staleRules(policy, new Map([["terms", AFTER_VERSION]]));
    expect(sections.find((one) => one.section === section)).toMatchObject({ standing: "intact" });
    expect(draft.edits.map(({ field }) => field)).toContain("clocks.rated.cite");
    expect(draft.open.map(({ about }) => about)).not.toContain("clock rated");
  });

  it("asks a reader which of two clocks is meant, and where the period counts from another event", () => {
    const twin = POLICY.replace(
      "  - { id: rated",
      '  - { id: twin, copy: twin, atMost: 30d, from: account.deletedAt, cite: ["terms#2. Keeping"] }\n  - { id: rated',
    );
    const drafted = (text: string, change: AxisChange): Draft =>
      draftPolicy({ text, file: "policy.yaml" }, [termsChange([change])], DOCUMENTS, NOW);
    const two = drafted(twin, KEPT_LONGER);
    expect(two.edits.some(({ field }) => field.endsWith("atMost"))).toBe(false);
    expect(two.open.some(({ reason }) => reason.includes("`deleted`, `twin`"))).toBe(true);
    const { before, after } = KEPT_LONGER;
    const values = { period: "P5Y", start: "creation" };
    const other = drafted(POLICY, changed(before, after && { ...after, values }));
    expect(other.edits.some(({ field }) => field.endsWith("atMost"))).toBe(false);
  });

  it("is the same for the same input, and drafts again from its own draft", () => {
    expect(draftOf([KEPT_LONGER, TRAINING])).toEqual(draft);
    const again = draftPolicy({ text: draft.text, file: "d.yaml" }, [termsChange([])], DOCUMENTS, NOW);
    const next = parsePolicy(again.text, "d.yaml").policy;
    expect(next).toMatchObject({ version: "2026-04-01-draft", supersedes: "2026-04-01" });
    expect(digestOf(next)).not.toBe(digestOf(policy));
  });

  it("refuses changes of documents that the policy does not cite, and policies it cannot read", () => {
    const foreign = { ...termsChange([]), document: { service: "Other", type: "Terms of Service" } };
    const draftFrom = (text: string, change: TermsChange) => () =>
      draftPolicy({ text, file: "policy.yaml" }, [change], DOCUMENTS, NOW);
    expect(draftFrom(POLICY, foreign)).toThrow(ProvisoError);
    expect(draftFrom(POLICY, foreign)).toThrow(/no change is of a document/);
    expect(draftFrom("policy: [", termsChange([]))).toThrow(ProvisoError);
  });
});
