/**
 * Decision against expectation, part by part. Each mismatch says expected, got and why.
 *
 * The clocks a case lists must all be in the answer, equal in kind, period, start, end and form.
 * Further clocks may be there (a case lists those it is about) unless they contradict a listed
 * one: another maximum for the same copy. `must_be_absent` names copies that must not be there.
 */
import { type ClockAnswer, type Decision, ENGINE_REASONS, type UseAnswer } from "@proviso/core/decision";
import { parsePeriod, printPeriod } from "@proviso/core/policy";
import { type Expected, type ExpectedClock, instantOf, type Scenario } from "./scenario.ts";

export const PARTS = ["training", "safety", "retention"] as const;
export type Part = (typeof PARTS)[number];

export interface Mismatch {
  readonly part: Part;
  readonly expected: string;
  readonly got: string;
  readonly why: string;
}

export function compare(
  scenario: Scenario,
  decision: Decision,
  training: UseAnswer,
  safety: UseAnswer,
  parts: readonly Part[],
): readonly Mismatch[] {
  const mismatches: Mismatch[] = [];
  const { expected } = scenario;
  if (parts.includes("training")) mismatches.push(...compareTraining(expected, training, decision));
  if (parts.includes("safety")) mismatches.push(...compareSafety(expected, safety));
  if (parts.includes("retention")) mismatches.push(...compareClocks(scenario, decision));
  return mismatches;
}

function compareTraining(expected: Expected, got: UseAnswer, decision: Decision): readonly Mismatch[] {
  const found: Mismatch[] = [];
  const why = whyOf(got);
  const differ = (wanted: string, gave: string): void => {
    if (wanted !== gave) found.push({ part: "training", expected: wanted, got: gave, why });
  };
  differ(`${expected.training} ${expected.reason}`, `${got.use} ${got.reason}`);
  for (const obligation of expected.obligations ?? []) {
    const wanted = obligation.replaceAll("_", "-");
    if (!got.obligations.includes(wanted))
      differ(`obligation ${wanted}`, got.obligations.join(", ") || "none");
  }
  if (expected.access_gate !== undefined) {
    differ(
      `access gate ${expected.access_gate}`,
      `access gate ${got.reason === "NO_CHOICE_GATED" ? "choice_required" : "none"}`,
    );
  }
  // A run is named by an id; a sentence about runs in general names none.
  for (const run of (expected.started_runs_unaffected ?? []).filter((name) => !name.includes(" "))) {
    if (!decision.runs.includes(run)) differ(`run ${run} listed`, decision.runs.join(", ") || "no runs");
  }
  return found;
}

function compareSafety(expected: Expected, got: UseAnswer): readonly Mismatch[] {
  if (expected.safety_training === undefined) return [];
  const isUnstated = got.reason === ENGINE_REASONS.noRule || got.reason === ENGINE_REASONS.purpose;
  const gave = isUnstated ? "unstated" : got.use;
  if (gave === expected.safety_training) return [];
  // Texts that do not agree state nothing either: the rule then denies by one reading and names the other.
  const isOpen = got.use === "deny" && got.competing.some(({ effect }) => effect === "permit");
  if (isOpen && expected.safety_training === "unstated") return [];
  return [
    {
      part: "safety",
      expected: expected.safety_training,
      got: `${gave} ${got.reason}`,
      why: whyOf(got),
    },
  ];
}

function whyOf(answer: UseAnswer): string {
  const rule = answer.rule === undefined ? "no rule" : `rule \`${answer.rule}\``;
  const policy = answer.policy === undefined ? "" : ` of ${answer.policy.id}@${answer.policy.version}`;
  const unknowns = answer.unknowns.length === 0 ? "" : `; unknown: ${answer.unknowns.join(", ")}`;
  return `${rule}${policy}${unknowns}`;
}

function compareClocks(scenario: Scenario, decision: Decision): readonly Mismatch[] {
  const found: Mismatch[] = [];
  const differ = (expected: string, got: string, why: string): void => {
    found.push({ part: "retention", expected, got, why });
  };
  const listed = scenario.expected.retention ?? [];
  for (const clock of listed) {
    const sameCopy = decision.clocks.filter((one) => one.copy === kebab(clock.copy));
    if (!sameCopy.some((one) => isSame(clock, one, scenario))) {
      differ(printExpected(clock), sameCopy.map(printGot).join(" | ") || "no such copy", "clocks differ");
    }
    for (const one of sameCopy) {
      const isListed = listed.some((other) => isSame(other, one, scenario));
      if (one.bound === "at-most" && !isListed) {
        differ(printExpected(clock), printGot(one), `clock \`${one.clock}\` contradicts the listed one`);
      }
    }
  }
  for (const copy of scenario.expected.must_be_absent ?? []) {
    const present = decision.clocks.filter((one) => one.copy === kebab(copy) && !one.elapsed);
    if (present.length > 0) differ(`no ${kebab(copy)}`, present.map(printGot).join(" | "), "must be absent");
  }
  return found;
}

function isSame(expected: ExpectedClock, got: ClockAnswer, scenario: Scenario): boolean {
  const instant = (value: string | null | undefined): number | undefined =>
    value === undefined || value === null ? undefined : instantOf(value, scenario.id);
  const from = instant(expected.from);
  return (
    got.applies === "yes" &&
    got.copy === kebab(expected.copy) &&
    got.bound === kebab(expected.kind) &&
    (!expected.max || (got.period !== undefined && samePeriod(expected.max, got.period))) &&
    (from === undefined || got.from === from) &&
    (!expected.from_event || got.event === kebab(expected.from_event)) &&
    instant(expected.until) === got.until &&
    (!expected.form || got.form === expected.form) &&
    (typeof expected.elapsed_at_as_of !== "boolean" || expected.elapsed_at_as_of === got.elapsed)
  );
}

function samePeriod(a: string, b: string): boolean {
  return printPeriod(parsePeriod(a)) === printPeriod(parsePeriod(b));
}

function kebab(name: string): string {
  return name.replaceAll("_", "-");
}

function printExpected(clock: ExpectedClock): string {
  const parts = [kebab(clock.copy), kebab(clock.kind), clock.max, clock.from_event, clock.from, clock.until];
  return [...parts, clock.form].filter((part) => part).join(" ");
}

function printGot(clock: ClockAnswer): string {
  const date = (ms: number | undefined): string | undefined =>
    ms === undefined ? undefined : new Date(ms).toISOString().replace(".000Z", "Z");
  const maybe = clock.applies === "maybe" ? "(maybe)" : undefined;
  const parts = [clock.copy, clock.bound, clock.period, clock.event, date(clock.from), date(clock.until)];
  return [...parts, clock.form, maybe].filter((part) => part).join(" ");
}
