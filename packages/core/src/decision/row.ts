/**
 * Decision -> a row of the table of decisions, and rows of the table of clocks
 *
 * What the views of decision/sql give, made from the decision of this package: for loading tables, and
 * for holding engines against the meaning.
 */
import type { Purpose } from "../events/event.ts";
import type { FactName } from "../facts/vocabulary.ts";
import { FACT_NAMES } from "../facts/vocabulary.ts";
import { slug } from "../sql/names.ts";
import type { ClockAnswer, Decision, Effect, PolicyRef, UseAnswer } from "./decision.ts";

/** Instants are epoch milliseconds (UTC). */
export type DecisionRow = Readonly<Record<string, string | number | boolean | null>>;

/** Between the entries of a list that is held as one text. */
export const LIST_SEPARATOR = " | ";

/** A rule that might decide: `id@version#rule:effect`; without a version, that none governs. */
export function possibleText(
  ref: Pick<PolicyRef, "id" | "version"> | undefined,
  rule: string,
  effect: Effect,
): string {
  return `${ref === undefined ? "" : `${ref.id}@${ref.version}`}#${rule}:${effect}`;
}

/**
 * @param purposes all that the table has columns for; the decision MUST have been asked for them
 * @param copies copy -> column, as `copiesOf` gives them; empty for a table of items
 */
export function decisionRow(
  decision: Decision,
  purposes: readonly Purpose[],
  copies: ReadonlyMap<string, string>,
): DecisionRow {
  const row: Record<string, string | number | boolean | null> = {
    account: decision.account ?? null,
    conversation: decision.conversation ?? null,
    ...(decision.item === undefined ? {} : { item: decision.item }),
    policies: decision.policies.map(({ id, version }) => `${id}@${version}`).join(LIST_SEPARATOR),
    policy_digests: decision.policies.map(({ digest }) => digest).join(LIST_SEPARATOR),
  };
  for (const purpose of purposes) {
    const use = decision.uses.find((one) => one.purpose === purpose);
    if (use !== undefined) Object.assign(row, useCells(use));
  }
  if (copies.size === 0) return row;
  row["held"] = decision.clocks.some(({ bound }) => bound === "until-released");
  for (const [copy, column] of copies) {
    const keep = decision.keep.find((one) => one.copy === copy);
    row[column] = keep !== undefined;
    row[`${column}_until`] = keep?.until ?? null;
    row[`${column}_at_least`] = typeof keep?.atLeast === "number" ? keep.atLeast : null;
  }
  return row;
}

function useCells(use: UseAnswer): DecisionRow {
  const prefix = slug(use.purpose);
  const possible = use.possible.map(({ policy, rule, effect }) => `${policy}#${rule}:${effect}`);
  return {
    [`${prefix}_use`]: use.use,
    [`${prefix}_exposure`]: use.exposure,
    [`${prefix}_reason`]: use.reason,
    [`${prefix}_rule`]: use.rule ?? null,
    [`${prefix}_policy`]: use.policy === undefined ? null : `${use.policy.id}@${use.policy.version}`,
    [`${prefix}_basis`]: use.basis,
    [`${prefix}_possible`]: possible.join(LIST_SEPARATOR),
    [`${prefix}_unknowns`]: [...use.unknowns].sort((a, b) => rank(a) - rank(b)).join(LIST_SEPARATOR),
  };
}

/** Acknowledgements come before facts, facts in vocabulary order. */
function rank(name: string): number {
  return FACT_NAMES.indexOf(name as FactName);
}

export function clockRows(decision: Decision): readonly DecisionRow[] {
  return decision.clocks.map((clock) => clockRow(decision, clock));
}

function clockRow({ account, conversation }: Decision, clock: ClockAnswer): DecisionRow {
  return {
    account: account ?? null,
    conversation: conversation ?? null,
    clock: clock.clock,
    copy: clock.copy,
    bound: clock.bound,
    event: clock.event ?? null,
    form: clock.form ?? null,
    policy: clock.policy === undefined ? null : `${clock.policy.id}@${clock.policy.version}`,
    basis: clock.basis,
    period: clock.period ?? null,
    from_at: clock.from ?? null,
    until_at: clock.until ?? null,
    elapsed: clock.elapsed,
    applies: clock.applies,
    unknowns: clock.unknowns.join(LIST_SEPARATOR),
  };
}
