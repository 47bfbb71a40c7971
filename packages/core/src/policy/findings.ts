/**
 * Policy -> **Finding[]** -> the author
 *
 * All that a valid policy still makes one ask. Nothing here changes what a policy means.
 */
import type { FactName } from "../facts/vocabulary.ts";
import { collect, type Expr } from "./expr.ts";
import { type Finding, finding } from "./finding.ts";
import type { ClockRule, Grounds, Policy } from "./policy.ts";
import { ruleFindings } from "./rule-findings.ts";
import { impliedBy, missingIn, unguardedIn } from "./unguarded.ts";

/** The findings of a policy, part by part; empty for a tidy one. */
export function findingsOf(policy: Policy): readonly Finding[] {
  return [
    ...ruleFindings(policy),
    ...policy.purposes
      .filter((purpose) => !policy.rules.some((rule) => rule.purposes.includes(purpose)))
      .map((purpose) =>
        finding("no-rule", "purposes", `no rule speaks of \`${purpose}\`, so it is always denied`, {
          purposes: [purpose],
        }),
      ),
    ...conditionsOf(policy).flatMap(([about, expr, given]) =>
      unguardedFindings(about, expr, given === undefined ? undefined : impliedBy(given, true)),
    ),
    ...policy.clocks.flatMap(clockFindings),
    ...unusedDefinitions(policy),
    ...unusedDocuments(policy),
    ...groundsOf(policy).flatMap(([about, grounds]) => readingFindings(about, grounds)),
  ];
}

/** Every condition with its path and, for `covers`, the `when` that must hold beside it. */
function conditionsOf(policy: Policy): readonly (readonly [string, Expr, Expr | undefined])[] {
  const conditions: (readonly [string, Expr | undefined, Expr | undefined])[] = [
    ["target", policy.target, undefined],
    ...policy.rules.flatMap((rule): [string, Expr | undefined, Expr | undefined][] => [
      [`rules.${rule.id}.when`, rule.when, undefined],
      [`rules.${rule.id}.covers`, rule.covers, rule.when],
    ]),
    ...policy.clocks.map((clock) => [`clocks.${clock.id}.when`, clock.when, undefined] as const),
  ];
  return conditions.flatMap(([about, expr, given]) =>
    expr === undefined ? [] : [[about, expr, given] as const],
  );
}

function groundsOf(policy: Policy): readonly (readonly [string, Grounds])[] {
  return [
    ...policy.rules.map((rule) => [`rules.${rule.id}`, rule] as const),
    ...policy.clocks.map((clock) => [`clocks.${clock.id}`, clock] as const),
    ...policy.holds.map((hold) => [`holds.${hold.hold}`, hold] as const),
  ];
}

function unguardedFindings(about: string, expr: Expr, guards?: ReadonlySet<FactName>): readonly Finding[] {
  return unguardedIn(expr, guards).map(({ fact, span }) =>
    finding("unguarded", about, `\`${fact}\` may be missing, and a missing instant has no order`, {
      hint: `add \`has(${fact}) && …\``,
      span,
    }),
  );
}

function clockFindings(clock: ClockRule): readonly Finding[] {
  const guards = clock.when === undefined ? new Set<never>() : impliedBy(clock.when, true);
  const parts: readonly (readonly [string, Expr | undefined])[] = [
    ["from", clock.from],
    ["period", clock.period],
  ];
  return parts.flatMap(([part, expr]) =>
    (expr === undefined ? [] : missingIn(expr, guards)).map((fact) =>
      finding(
        "unguarded",
        `clocks.${clock.id}.${part}`,
        `\`${fact}\` may be missing, and then the clock has no date`,
        {
          hint: `add \`when: has(${fact})\``,
        },
      ),
    ),
  );
}

/** The definition that a node names. */
function ownName(node: Expr): readonly string[] {
  return node.kind === "defined" ? [node.name] : [];
}

function unusedDefinitions(policy: Policy): readonly Finding[] {
  const used = new Set<string>();
  const conditions = conditionsOf(policy).map(([, expr]) => expr);
  const starts = policy.clocks.flatMap((clock) => (clock.from === undefined ? [] : [clock.from]));
  for (const name of [...conditions, ...starts].flatMap((expr) => collect(expr, ownName))) used.add(name);
  return Object.keys(policy.define)
    .filter((name) => !used.has(name))
    .map((name) => finding("unused-define", `define.${name}`, `\`${name}\` is defined and not used`));
}

function unusedDocuments(policy: Policy): readonly Finding[] {
  const cited = new Set(groundsOf(policy).flatMap(([, grounds]) => grounds.cite.map((one) => one.document)));
  return Object.keys(policy.documents)
    .filter((name) => !cited.has(name))
    .map((name) => finding("unused-document", `documents.${name}`, `document \`${name}\` is never cited`));
}

function readingFindings(about: string, { basis, reading, competing }: Grounds): readonly Finding[] {
  if (basis === "interpretation" || (reading === undefined && competing.length === 0)) return [];
  return [
    finding("reading-on-text", about, "a reading is given, but the basis is said to be the text", {
      hint: "write `basis: interpretation`",
    }),
  ];
}
