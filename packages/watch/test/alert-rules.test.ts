/** Alert files that are wrong, rules that apply or not, quiet hours over changes of the clock. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ProvisoError } from "@proviso/core";
import type { TermsChange } from "@proviso/core/terms";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matches } from "../src/alert/match.ts";
import { parseAlerts } from "../src/alert/parse-alerts.ts";
import { quietUntil } from "../src/alert/quiet-hours.ts";
import type { When } from "../src/alert/rules.ts";
import { change, EXPOSURE, health, termsChange } from "./alert-world.ts";

const CASES = join(import.meta.dirname, "../../../conformance/terms/alerts");

function casesOf<Case>(file: string): Case[] {
  return JSON.parse(readFileSync(join(CASES, file), "utf8")) as Case[];
}

interface BadFile {
  readonly name: string;
  readonly text: string;
  readonly code?: string;
  readonly message: string;
  readonly hint?: string;
  readonly line?: number;
  readonly field?: string;
  readonly never?: string;
}

describe("a wrong file", () => {
  test.each(casesOf<BadFile>("bad-files.json"))("$name", (bad) => {
    let error: unknown;
    try {
      parseAlerts(bad.text, "alerts.yaml");
    } catch (thrown) {
      error = thrown;
    }
    if (!(error instanceof ProvisoError)) return expect.fail(`no error of ours: ${error}`);
    expect(error.code).toBe(bad.code ?? "INPUT_MALFORMED");
    expect(error.message).toContain(bad.message);
    expect(error.place.file).toBe("alerts.yaml");
    if (bad.line !== undefined) expect(error.place.line).toBe(bad.line);
    if (bad.field !== undefined) expect(error.place.field).toBe(bad.field);
    if (bad.hint !== undefined) expect(error.hint).toBe(bad.hint);
    if (bad.never !== undefined) expect(`${error.message} ${error.hint}`).not.toContain(bad.never);
  });
});

test("a right file", () => {
  const text = `channels:
  me: { is: email, smtp: "smtp://me@mail.example.org:587", passwordEnv: PW, from: w@example.org, to: [a@example.org], unsubscribe: "mailto:w@example.org?subject=stop" }
  feed: { is: feed, file: out/terms.json, title: Terms }
alerts:
  - { name: a, when: { exposure: 5, health: true }, to: [me, feed, me], quietHours: { from: "22:00", to: "07:05", timeZone: UTC } }
`;
  const { channels, alerts } = parseAlerts(text, "/etc/proviso/alerts.yaml");
  expect(channels.get("feed")).toEqual({ is: "feed", file: "/etc/proviso/out/terms.json", title: "Terms" });
  expect(channels.get("me")).toMatchObject({ user: "me", password: { env: "PW" }, to: ["a@example.org"] });
  expect(alerts).toEqual([
    {
      name: "a",
      when: { exposure: 5, health: true },
      to: ["me", "feed"],
      quietHours: { from: 1320, to: 425, timeZone: "UTC", isBrokenByCritical: false },
      digest: "none",
    },
  ]);
});

test("no text makes anything but one of our errors", () => {
  const parts = fc.constantFrom(
    "channels",
    "alerts",
    "name",
    "when",
    "to",
    ": ",
    "[",
    "]",
    "{",
    "}",
    "\n",
    "- ",
    "a",
    '"',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 30 }), (texts) => {
      try {
        parseAlerts(texts.join(""), "a.yaml");
      } catch (error) {
        expect(error).toBeInstanceOf(ProvisoError);
      }
    }),
    { numRuns: 300 },
  );
});

/** Of the change below (`open` and `exposures` in place of its own), and of Crow Chat/Terms of Service [EU], not seen. */
interface MatchCase {
  readonly when: When;
  readonly change: string;
  readonly health: string;
  readonly clauses?: readonly string[];
  readonly open?: readonly string[];
  readonly exposures?: number;
}

/** With a rating and a law of its own, so that the cases do not hang on how they are found. */
function ratedChange(): TermsChange {
  const found = termsChange();
  const worse = found.changes.filter(({ axis }) => axis === "training-use" || axis === "retention");
  const law = {
    provision: "GDPR Art. 13(3)",
    jurisdiction: "EU",
    axis: "training-use",
    reason: "new purpose",
  } as const;
  return {
    ...found,
    changes: worse.map((one) => ({ ...one, direction: "worse" })),
    direction: "mixed",
    impact: { ...found.impact, level: "high", score: 60 },
    regulations: [law],
  };
}

describe("a rule", () => {
  test.each(casesOf<MatchCase>("match.json"))("$when: change $change, health $health", (one) => {
    const rule = { name: "r", when: one.when, to: ["x"], digest: "none" } as const;
    const exposures = one.exposures === 0 ? [] : [{ ...EXPOSURE, open: one.open ?? [] }];
    const match = matches(rule, change({ change: ratedChange(), exposures }));
    expect(match.is).toBe(one.change);
    if (one.clauses !== undefined) expect(match).toMatchObject({ rule: "r", clauses: one.clauses });
    expect(matches(rule, health()).is).toBe(one.health);
  });
});

/** Zurich is put forward on 2026-03-29 and back on 2026-10-25, at 01:00 UTC. `until`: null where it is not quiet. */
interface QuietCase {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly at: string;
  readonly until: string | null;
}

function minutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

describe("quiet hours", () => {
  test.each(casesOf<QuietCase>("quiet-hours.json"))("$name", ({ from, to, timeZone, at, until }) => {
    const hours = { from: minutes(from), to: minutes(to), timeZone, isBrokenByCritical: false };
    const end = quietUntil(hours, Date.parse(at));
    expect(end).toBe(until === null ? undefined : Date.parse(until));
  });

  test("always end, later and not quiet, within 26 hours", () => {
    const clock = fc.integer({ min: 0, max: 1439 });
    const zone = fc.constantFrom(
      "UTC",
      "Europe/Zurich",
      "America/New_York",
      "Australia/Lord_Howe",
      "Asia/Kathmandu",
    );
    const at = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });
    fc.assert(
      fc.property(clock, clock, zone, at, (from, to, timeZone, now) => {
        fc.pre(from !== to);
        const hours = { from, to, timeZone, isBrokenByCritical: false };
        const end = quietUntil(hours, now);
        if (end === undefined) return;
        expect(end).toBeGreaterThan(now);
        expect(end - now).toBeLessThanOrEqual(26 * 3_600_000);
        expect(quietUntil(hours, end)).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });
});
