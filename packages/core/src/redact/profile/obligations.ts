/**
 * (obligations of the deciding rules, Profile) -> who meets what
 *
 * Before anything is written: an obligation that the profile does not meet, or that nobody knows,
 * stops the run. A permit holds only with its obligations.
 */
import { ProvisoError } from "../../errors.ts";
import { suggest } from "../../policy/nearest.ts";
import { ENTITIES } from "../entity.ts";
import { OBLIGATIONS, type TextDuty } from "./obligation-table.ts";
import { operatorFor } from "./operator-for.ts";
import type { Profile, Rules } from "./profile.ts";

export interface ObligationPlan {
  /** The profile meets these. */
  readonly text: readonly string[];
  /** The export must meet these. */
  readonly export: readonly string[];
  /** These go with the data to whoever uses it. */
  readonly use: readonly string[];
}

/** @throws ProvisoError OBLIGATION_UNMET */
export function planObligations(obligations: Iterable<string>, profile: Profile): ObligationPlan {
  const names = [...new Set(obligations)].sort();
  const plan = Map.groupBy(names, (name) => {
    const duty = Object.hasOwn(OBLIGATIONS, name) ? OBLIGATIONS[name] : undefined;
    if (duty === undefined) {
      throw new ProvisoError("OBLIGATION_UNMET", `nobody knows how to meet the obligation \`${name}\``, {
        hint: suggest(name, Object.keys(OBLIGATIONS), "leave out what it is laid on, or write how it is met"),
      });
    }
    if (duty.by === "text") meet(name, duty, profile);
    return duty.by;
  });
  return { text: plan.get("text") ?? [], export: plan.get("export") ?? [], use: plan.get("use") ?? [] };
}

function meet(name: string, duty: TextDuty, profile: Profile): void {
  const fail = (message: string, hint: string): never => {
    throw new ProvisoError(
      "OBLIGATION_UNMET",
      `the profile \`${profile.profile}\` does not meet \`${name}\`: ${message}`,
      {
        hint: `${hint}; \`${name}\` says: ${duty.says}`,
      },
    );
  };
  if (duty.names && !profile.names.on) fail("names are not looked for", "set `names: on`");
  for (const [rules, whose] of rulesOf(profile)) {
    for (const type of typesOf(duty.covers)) {
      const { operator } = operatorFor(rules, type);
      if (operator === "keep") fail(`\`${type}\` is kept${whose}`, "choose another operator for it");
      if (duty.final === true && REVERSIBLE.has(operator)) {
        fail(`\`${type}\` is replaced by \`${operator}\`${whose}`, "use `replace`, `mask` or `remove`");
      }
      if (operator === "mask") refuseOpenMask(rules, type, whose, fail);
    }
  }
  const kept = profile.fields.find(({ as }) => as === "keep");
  if (kept !== undefined && duty.final === true) {
    fail(`\`${kept.path.join(".")}\` is never touched`, "take it out of `fields.keep`");
  }
}

/** With the key, or with another document, these lead back to the value or from one place to another. */
const REVERSIBLE: ReadonlySet<string> = new Set(["encrypt", "hash", "pseudonym"]);

function refuseOpenMask(
  rules: Rules,
  type: string,
  whose: string,
  fail: (message: string, hint: string) => never,
): void {
  const operator = operatorFor(rules, type);
  // The last four are what receipts show; more of a number is the number.
  if (operator.operator !== "mask" || operator.keepFirst + operator.keepLast <= SHOWN) return;
  fail(`the mask of \`${type}\` leaves too much${whose}`, `keep at most ${SHOWN} characters`);
}

const SHOWN = 4;

function rulesOf(profile: Profile): readonly (readonly [Rules, string])[] {
  const roles = Object.entries(profile.roles).map(
    ([role, rules]) => [rules, ` for the role \`${role}\``] as const,
  );
  return [[profile, ""], ...roles];
}

function typesOf(covers: readonly string[]): readonly string[] {
  const all: readonly (readonly [string, { readonly group: string }])[] = Object.entries(ENTITIES);
  return all
    .filter(([type, { group }]) => covers.includes(type) || covers.includes(group))
    .map(([type]) => type);
}
