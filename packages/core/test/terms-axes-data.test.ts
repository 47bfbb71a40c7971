import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { AxisFact } from "../src/terms/axes/axis.ts";
import { axisFacts } from "../src/terms/axes/facts.ts";
import { split } from "../src/terms/provisions/split.ts";

/** Third-party texts that are not part of the project. */
const DATA = new URL("../../../../shared/data/terms/", import.meta.url);
const isThere = existsSync(DATA);
const where = isThere ? "" : ` (skipped: no ${DATA.pathname})`;

describe.skipIf(!isThere)(`facts of real terms${where}`, () => {
  const factsOf = (path: string): readonly AxisFact[] => {
    const [file] = globSync(`versions/${path}*.md`, { cwd: DATA.pathname });
    if (file === undefined) throw new Error(`no version ${path} in ${DATA.pathname}`);
    const text = readFileSync(new URL(file, DATA), "utf8");
    const facts = axisFacts(text, split(text));
    for (const { quote, start, end } of facts) expect(text.slice(start, end)).toBe(quote);
    return facts;
  };
  const expectFact = (
    facts: readonly AxisFact[],
    axis: AxisFact["axis"],
    values: AxisFact["values"],
    quoted: RegExp,
  ): void => {
    expect(facts).toContainEqual(
      expect.objectContaining({
        axis,
        values: expect.objectContaining(values),
        quote: expect.stringMatching(quoted),
      }),
    );
  };

  test("consumer terms before and after the change of autumn 2025", () => {
    const before = factsOf("claude-ai/terms-of-service/2025-08-01");
    const after = factsOf("claude-ai/terms-of-service/2025-08-29");
    const uses = { data: "content", who: "consumers", model: "general" };
    expectFact(before, "training-use", { ...uses, use: "limited" }, /^We will not train our models/u);
    expect(before.filter(({ axis }) => axis === "exceptions" || axis === "choice")).toEqual([]);
    expectFact(
      after,
      "training-use",
      { ...uses, use: "permitted", unless: "opt-out" },
      /unless you opt out/u,
    );
    expectFact(after, "choice", { form: "opt-out", default: "on", path: "settings" }, /account settings/u);
    for (const what of ["feedback", "safety-flagged"]) {
      expectFact(after, "exceptions", { to: "training-opt-out", what }, /^Even if you opt out/u);
    }
    const inForce = { is: "per-account", day: "2025-09-28", rule: "acknowledged-or-day" };
    expectFact(after, "effective-date", inForce, /acknowledge these updated Terms/u);
  });

  test("privacy policy of the same day", () => {
    const facts = factsOf("claude-ai/privacy-policy/2025-08-29");
    const backend = { period: "P30D", copy: "backend", start: "deletion", bound: "at-most" };
    expectFact(facts, "retention", backend, /back-end within 30 days/u);
    expectFact(facts, "retention", { period: "as-long-as-needed" }, /as long as reasonably necessary/u);
    expectFact(
      facts,
      "training-use",
      { use: "permitted", unless: "opt-out" },
      /^We may use your Inputs and Outputs/u,
    );
  });

  test("an episode of summer 2023: without consent not, then not at all", () => {
    const consent = factsOf("zoom/terms-of-service/2023-08-07");
    const none = factsOf("zoom/terms-of-service/2023-08-11");
    expectFact(consent, "training-use", { use: "not-permitted", unless: "opt-in" }, /without your consent/u);
    expectFact(none, "training-use", { use: "not-permitted" }, /to train Zoom or third-party/u);
  });

  test.each([
    [
      "chatgpt/terms-of-service/2026-07-15",
      "training-use",
      { use: "permitted", unless: "opt-out" },
      /do not want us/u,
    ],
    [
      "cursor/terms-of-service/2025-06-19",
      "training-use",
      { use: "not-permitted", unless: "opt-in" },
      /UNLESS/u,
    ],
    [
      "le-chat/terms-of-service/2026-05-28",
      "exceptions",
      { to: "training-opt-out", what: "feedback" },
      /except/u,
    ],
    ["mistral-ai/developer-terms/2024-05-22", "retention", { period: "P30D" }, /thirty \(30\) days/u],
    ["mistral-ai/developer-terms/2024-05-22", "training-use", { use: "not-permitted" }, /do not use Your/u],
    [
      "linkedin/privacy-policy/2025-11-04",
      "sharing",
      { with: "affiliates", for: "advertising" },
      /advertising/u,
    ],
    [
      "telegram/terms-of-service/2026-01-07",
      "children",
      { minimumAge: 18, regions: "AU,EU,GB" },
      /Australia/u,
    ],
    ["telegram/developer-terms/2026-02-03", "acceptable-use", { forbids: "training-models" }, /prohibited/u],
    ["openai/terms-of-service/2023-12-02", "effective-date", { is: "day", day: "2024-01-31" }, /January 31/u],
    [
      "openai/developer-terms/2024-01-10",
      "contracting-entity",
      { role: "contract", regions: "CH,EEA" },
      /Ireland/u,
    ],
    ["starlink/privacy-policy/2025-12-04", "scope", { covers: "supplement", regions: "KR" }, /South Korea/u],
    ["grok/terms-of-service/2026-05-18", "choice", { of: "training" }, /select whether/u],
    [
      "github-copilot/terms-of-service/2026-04-27",
      "opt-out-reach",
      { reach: "prospective" },
      /going forward/u,
    ],
  ] as const)("%s: %s", (path, axis, values, quoted) => {
    expectFact(factsOf(path), axis, values, quoted);
  });
});
