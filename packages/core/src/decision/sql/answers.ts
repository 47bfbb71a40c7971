/**
 * Every answer that a set can give, as a table of constants: the view `answers`.
 *
 * A row's decision is then one number per purpose, and what the number means stands in one place that
 * a person can read. Meaning: `answerOf` in decision/use.ts.
 */

import type { Purpose } from "../../events/event.ts";
import type { Rule } from "../../policy/policy.ts";
import { rulesFor } from "../../policy/rules-for.ts";
import type { Dialect } from "../../sql/dialect.ts";
import type { View } from "../../sql/view.ts";
import { ENGINE_REASONS } from "../decision.ts";
import type { Layout, VersionLayout } from "./layout.ts";
import { constantRow } from "./literals.ts";

export const NO_SUBJECT = 0;
export const NO_POLICY = 1;
export const OPEN = 2;

export interface Answers {
  /** Key of the answer of the n-th rule for a purpose, from 1; one past the last rule: no rule applies. */
  key(version: number, purpose: Purpose, position: number): number;
  readonly view: View;
}

export function answersOf(layout: Layout): Answers {
  const { dialect, versions, purposes, items } = layout;
  const rows = [
    row(dialect, NO_SUBJECT, { reason: ENGINE_REASONS.noSubject }),
    row(dialect, NO_POLICY, { reason: ENGINE_REASONS.noPolicy }),
    row(dialect, OPEN, { reason: ENGINE_REASONS.unknown, exposure: "permit" }),
  ];
  const bases = new Map<string, number>();
  for (const version of versions) {
    for (const purpose of purposes) {
      bases.set(`${version.number} ${purpose}`, rows.length - 1);
      for (const rule of rulesFor(version.policy, purpose, items)) {
        rows.push(row(dialect, rows.length, { version, rule, reason: rule.reason }));
      }
      const speaks = version.policy.purposes.includes(purpose);
      const reason = speaks ? ENGINE_REASONS.noRule : ENGINE_REASONS.purpose;
      rows.push(row(dialect, rows.length, { version, reason }));
    }
  }
  const columns =
    "answer, answer_use, answer_exposure, answer_reason, answer_rule, answer_policy, answer_basis";
  return {
    key: (version, purpose, position) => (bases.get(`${version} ${purpose}`) ?? 0) + position,
    view: {
      name: "answers",
      hint: dialect.inlined,
      says: ["Every answer that can be given, by the number that stands for it below."],
      select: `SELECT ${columns}\nFROM (VALUES\n  ${rows.join(",\n  ")}\n) AS t (${columns})`,
    },
  };
}

interface Given {
  readonly version?: VersionLayout;
  readonly rule?: Rule;
  readonly reason: string;
  readonly exposure?: "permit";
}

function row(dialect: Dialect, key: number, { version, rule, reason, exposure }: Given): string {
  const effect = rule?.effect ?? "deny";
  const policy = version === undefined ? undefined : `${version.ref.id}@${version.ref.version}`;
  const basis = rule?.basis ?? "text";
  return constantRow(dialect, key, [effect, exposure ?? effect, reason, rule?.id, policy, basis]);
}
