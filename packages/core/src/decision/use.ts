/**
 * The answer for one purpose: joined over the versions that may be in force and the rules that
 * may be the first to apply. Meaning of one version: policy/spec/decide.ts.
 */
import type { Purpose } from "../events/event.ts";
import type { Facts, Slot } from "../facts/facts.ts";
import { factsOf } from "../policy/expr.ts";
import type { Rule } from "../policy/policy.ts";
import { type Governing, isUnknown, openPoints } from "./candidates.ts";
import { type Effect, ENGINE_REASONS, type PolicyRef, type UseAnswer } from "./decision.ts";
import type { PreparedPolicy } from "./prepare.ts";

/** One way it may turn out. No rule: denied for want of one. */
interface Possibility {
  readonly policy: PreparedPolicy | undefined;
  readonly rule: Rule | undefined;
}

export function answer(
  purpose: Purpose,
  governors: readonly Governing[],
  facts: Facts,
  item: boolean,
): UseAnswer {
  const only = governors.length === 1 ? governors[0] : undefined;
  if (only?.certain) {
    const { compiled } = only.prepared;
    const decided = (item ? compiled.item : compiled.conversation).get(purpose);
    const first = decided === undefined ? undefined : decided.first(only.slots);
    if (first !== -1) return plain(purpose, only.prepared, first);
  }
  return joined(purpose, governors, facts, item);
}

/** An answer without unknowns: the same for every conversation, so made once per rule. */
function plain(purpose: Purpose, prepared: PreparedPolicy, first: number | undefined): UseAnswer {
  let made = prepared.answers.get(purpose);
  if (made === undefined) {
    made = [];
    prepared.answers.set(purpose, made);
  }
  const index = first ?? prepared.policy.rules.length;
  const known = made[index];
  if (known !== undefined) return known;
  const rule = prepared.policy.rules[index];
  const reason = rule?.reason ?? noRuleReason(prepared, purpose);
  const answered = Object.freeze(answerOf(purpose, { policy: prepared, rule }, reason, [], []));
  made[index] = answered;
  return answered;
}

/** The answer that the engine itself gives, without a policy. */
export function refusal(purpose: Purpose, reason: string): UseAnswer {
  return answerOf(purpose, { policy: undefined, rule: undefined }, reason, [], []);
}

function joined(purpose: Purpose, governors: readonly Governing[], facts: Facts, item: boolean): UseAnswer {
  if (governors.length === 0) return refusal(purpose, ENGINE_REASONS.noPolicy);
  const possibilities: Possibility[] = [];
  /** What is open, with how many of the possible rules hang on it. */
  const open = new Map<string, number>();
  /** Where the search ended in the version most likely in force: it names the reason. */
  let last: Possibility | undefined;
  for (const { prepared, slots, certain } of governors) {
    if (!certain || governors.length > 1) {
      for (const point of openPoints(prepared.policy, facts)) open.set(point, Number.POSITIVE_INFINITY);
    }
    const found = possibleIn(prepared, purpose, slots, item);
    for (const one of found.slice(0, -1)) countUnknowns(open, one.rule, slots, item);
    possibilities.push(...found);
    if (last === undefined || (certain && governors[0]?.certain !== true)) last = found.at(-1);
  }
  // No version governs for certain: that none does is one more possibility, and it denies.
  if (!governors.some(({ certain }) => certain)) possibilities.push({ policy: undefined, rule: undefined });

  // The question that settles most comes first: which policy governs, then what most rules ask.
  const unknowns = [...open].sort(([, a], [, b]) => (a === b ? 0 : b - a)).map(([name]) => name);
  const effects = new Set(possibilities.map(effectOf));
  const decided = effects.size === 1 ? (last ?? possibilities[0]) : undefined;
  const rest = possibilities.filter((one) => one !== decided);
  if (decided !== undefined) {
    const reason = decided.rule?.reason ?? noRuleReason(decided.policy, purpose);
    return answerOf(purpose, decided, reason, rest, unknowns);
  }
  const nothing: Possibility = { policy: undefined, rule: undefined };
  const withheld = answerOf(purpose, nothing, ENGINE_REASONS.unknown, rest, unknowns);
  return { ...withheld, exposure: "permit", advice: adviceOf(possibilities) };
}

function possibleIn(
  prepared: PreparedPolicy,
  purpose: Purpose,
  slots: readonly Slot[],
  item: boolean,
): readonly Possibility[] {
  const { compiled, policy } = prepared;
  const decided = (item ? compiled.item : compiled.conversation).get(purpose);
  if (decided === undefined) return [{ policy: prepared, rule: undefined }];
  return decided.possible(slots).map((index) => ({ policy: prepared, rule: policy.rules[index] }));
}

function noRuleReason(prepared: PreparedPolicy | undefined, purpose: Purpose): string {
  if (prepared === undefined) return ENGINE_REASONS.noPolicy;
  return prepared.policy.purposes.includes(purpose) ? ENGINE_REASONS.noRule : ENGINE_REASONS.purpose;
}

function effectOf(possibility: Possibility): Effect {
  return possibility.rule?.effect ?? "deny";
}

function countUnknowns(
  open: Map<string, number>,
  rule: Rule | undefined,
  slots: readonly Slot[],
  item: boolean,
): void {
  for (const condition of [rule?.when, item ? rule?.covers : undefined]) {
    if (condition === undefined) continue;
    for (const name of factsOf(condition))
      if (isUnknown(slots, name)) open.set(name, (open.get(name) ?? 0) + 1);
  }
}

function adviceOf(possibilities: readonly Possibility[]): readonly string[] {
  return [
    ...new Set(
      possibilities.filter((one) => effectOf(one) === "permit").flatMap((one) => one.rule?.advice ?? []),
    ),
  ];
}

function answerOf(
  purpose: Purpose,
  decided: Possibility,
  reason: string,
  rest: readonly Possibility[],
  unknowns: readonly string[],
): UseAnswer {
  const { policy, rule } = decided;
  const effect = effectOf(decided);
  return {
    purpose,
    use: effect,
    exposure: effect,
    reason,
    rule: rule?.id,
    policy: policy?.ref,
    basis: rule?.basis ?? "text",
    reading: rule?.reading,
    competing: rule?.competing ?? [],
    cite: rule?.cite ?? [],
    obligations: rule?.obligations ?? [],
    advice: rule?.advice ?? [],
    possible: rest.map((one) => ({
      policy: nameOf(one.policy?.ref),
      rule: one.rule?.id ?? ENGINE_REASONS.noRule,
      effect: effectOf(one),
    })),
    unknowns,
  };
}

function nameOf(ref: PolicyRef | undefined): string {
  return ref === undefined ? "" : `${ref.id}@${ref.version}`;
}
