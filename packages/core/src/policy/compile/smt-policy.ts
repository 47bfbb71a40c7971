/**
 * A policy's answer for one purpose as SMT-LIB 2 terms: first match, as policy/spec/decide.ts has it.
 *
 * Rule i may be the first where all before it are not certainly true and it is not certainly false.
 * What the target leaves out, or may leave out, is denied or open, as in decision/candidates.ts.
 */

import type { Purpose } from "../../events/event.ts";
import type { Policy, Rule } from "../policy.ts";
import { rulesFor } from "../rules-for.ts";
import { smtOf, type View } from "./smt.ts";
import type { SmtScript } from "./smt-script.ts";

export interface SmtAnswer {
  /** The policy governs for certain. */
  readonly governs: string;
  readonly use: string;
  readonly exposure: string;
  /** Where each rule might be the first. */
  readonly possible: readonly { readonly rule: Rule; readonly where: string }[];
}

export function smtAnswer(
  policy: Policy,
  purpose: Purpose,
  item: boolean,
  script: SmtScript,
  view?: View,
): SmtAnswer {
  const always = { t: "true", f: "false" };
  const target = policy.target === undefined ? always : smtOf(policy.target, script, view);
  const possible: { rule: Rule; where: string }[] = [];
  let reached = "true";
  for (const rule of rulesFor(policy, purpose, item)) {
    const when = rule.when === undefined ? always : smtOf(rule.when, script, view);
    const covers = !item || rule.covers === undefined ? always : smtOf(rule.covers, script, view);
    const [t, f] = [script.and(when.t, covers.t), script.or(when.f, covers.f)];
    possible.push({ rule, where: script.and(reached, script.not(f)) });
    reached = script.and(reached, script.not(t));
  }
  const denies = possible.filter(({ rule }) => rule.effect === "deny").map(({ where }) => where);
  const permits = possible.filter(({ rule }) => rule.effect === "permit").map(({ where }) => where);
  return {
    governs: target.t,
    use: script.and(target.t, script.not(script.or(...denies, reached))),
    exposure: script.and(script.not(target.f), script.or(...permits)),
    possible,
  };
}
