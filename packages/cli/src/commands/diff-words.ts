/**
 * PolicyDiff -> sections of statements in words, for the terminal and for Markdown alike
 */
import { FACT_NAMES, type Slot } from "@proviso/core/facts";
import {
  type Condition,
  factsOf,
  type KeepChange,
  ordinarySlot,
  type PolicyDiff,
  printExpr,
  type TargetChange,
  type UseChange,
  type UseSide,
} from "@proviso/core/policy";
import { valueText } from "../terminal/fact-words.ts";
import { reasonText } from "../terminal/reason-words.ts";
import { keepText } from "./diff-keep-words.ts";

export interface Statement {
  readonly head: string;
  readonly details: readonly (readonly [label: string, text: string])[];
  /** Read by those who want to know all. */
  readonly minor: boolean;
}

export interface Section {
  readonly title: string;
  readonly statements: readonly Statement[];
}

export const UNKNOWN_TITLE = "Where facts are not known";

const TITLES: Readonly<Record<string, string>> = {
  "deny permit": "May newly be used",
  "open permit": "May be used for certain, where it could not be told before",
  "deny open": "May newly be used, where rules do not settle it",
  "permit deny": "May no longer be used",
  "permit open": "May no longer be used for certain",
  "open deny": "May not be used for certain, where it could not be told before",
  "permit permit": "Still permitted, otherwise",
  "deny deny": "Still denied, for another reason",
};

/** How many classes of each kind there are, worst first. */
export function summaryText({ targets, uses, keeps }: PolicyDiff): string {
  const known = uses.filter(({ unknown }) => !unknown);
  const count = (...effects: readonly string[]): number =>
    known.filter(({ before, after }) => effects.includes(`${before[0]?.effect} ${after[0]?.effect}`)).length;
  const parts = [
    [count("deny permit", "open permit", "deny open"), "may newly be used"],
    [count("permit deny", "permit open", "open deny"), "may no longer be used"],
    [count("permit permit"), "are permitted otherwise"],
    [count("deny deny"), "are denied for another reason"],
    [keeps.filter(({ unknown }) => !unknown).length, "are kept otherwise"],
    [targets.filter(({ unknown }) => !unknown).length, "are governed otherwise"],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  return said.length === 0 ? "" : `classes of conversations: ${said.join("; ")}`;
}

const ARROW = "→";
const EFFECT_WORDS = { permit: "permitted", deny: "denied", open: "cannot be told" } as const;

export function sectionsOf(found: PolicyDiff): readonly Section[] {
  const known = found.uses.filter(({ unknown }) => !unknown);
  const byEffects = Map.groupBy(known, ({ before, after }) => `${before[0]?.effect} ${after[0]?.effect}`);
  return [
    { title: "Which conversations it governs", statements: found.targets.map(targetStatement) },
    ...[...byEffects].map(([key, changes]) => useSection(key, changes)),
    {
      title: "How long copies are kept",
      statements: found.keeps.filter(({ unknown }) => !unknown).map(keepStatement),
    },
    { title: UNKNOWN_TITLE, statements: unknownStatements(found) },
  ].filter(({ statements }) => statements.length > 0);
}

/** Purposes that all statements share are said once, in the title. */
function useSection(effects: string, changes: readonly UseChange[]): Section {
  const purposes = unique(changes.map(purposesText));
  const shared = purposes.length === 1 ? purposes[0] : undefined;
  const title = TITLES[effects] ?? effects;
  const minor = effects === "deny deny" || effects === "permit permit";
  return {
    title: shared === undefined ? title : `${title} (${shared})`,
    statements: changes.map((change) => {
      const statement = useStatement(change, minor);
      return shared === undefined
        ? { ...statement, head: `${statement.head} (${purposesText(change)})` }
        : statement;
    }),
  };
}

function purposesText({ on }: UseChange): string {
  const whole = on.filter(({ scope }) => scope === "conversation");
  const purposes = unique((whole.length > 0 ? whole : on).map(({ purpose }) => purpose)).join(", ");
  return whole.length > 0 ? purposes : `single items, ${purposes}`;
}

function useStatement(change: UseChange, minor: boolean): Statement {
  const { before, after, on, witness } = change;
  const isLost = before[0]?.effect === "permit" && after[0]?.effect !== "permit";
  const [told, others] = isLost ? [before, after] : [after, before];
  const whole = on.filter((one) => one.scope === "conversation");
  const items = on.filter((one) => one.scope === "item");
  const lead = whole[0] ?? items[0];
  const details: (readonly [string, string])[] = [[isLost ? "now" : "was", unlike(others).join(", ")]];
  details.push(...dutyDetails(change));
  if (lead !== undefined) details.push(...conditionDetails(lead));
  for (const one of whole.slice(1))
    if (one.also !== undefined) details.push([one.purpose, alsoText(one.also)]);
  if (whole.length > 0 && items.length > 0) details.push(["items too", itemText(items)]);
  details.push(...exampleDetails(witness, lead));
  const reasons = unique(told.map(({ reason }) => reason));
  const words = reasons.length === 1 ? `: ${reasonText(reasons[0] ?? "")}` : "";
  return { head: `${reasons.join(", ")}${words}`, details, minor };
}

function dutyDetails({ before, after }: UseChange): readonly (readonly [string, string])[] {
  if (before[0]?.effect !== "permit" || after[0]?.effect !== "permit") return [];
  const [old, now] = [before, after].map((sides) => unique(sides.flatMap(({ obligations }) => obligations)));
  const gone = old?.filter((one) => !now?.includes(one)) ?? [];
  const come = now?.filter((one) => !old?.includes(one)) ?? [];
  return [
    ...(come.length > 0 ? [["new duty", come.join(", ")] as const] : []),
    ...(gone.length > 0 ? [["duty gone", gone.join(", ")] as const] : []),
  ];
}

function keepStatement(change: KeepChange): Statement {
  const details = [...conditionDetails(change), ...exampleDetails(change.witness, change)];
  return { head: `${change.copy}: ${keepText(change)}`, details, minor: false };
}

function targetStatement(change: TargetChange): Statement {
  const words = { yes: "governed", no: "not governed", maybe: "perhaps governed" } as const;
  const details = [...conditionDetails(change), ...exampleDetails(change.witness, change)];
  return { head: `${words[change.before]} ${ARROW} ${words[change.after]}`, details, minor: false };
}

/** In few words: what they have in common is that something is not known. */
function unknownStatements({ uses, keeps }: PolicyDiff): readonly Statement[] {
  const told = uses.filter(({ unknown }) => unknown);
  const said = told.map(({ before, after, witness }) => {
    const [x, y] = [before[0]?.effect ?? "deny", after[0]?.effect ?? "deny"];
    const words =
      x === y ? `${EFFECT_WORDS[x]}, for another reason` : `${EFFECT_WORDS[x]} ${ARROW} ${EFFECT_WORDS[y]}`;
    return `${words}${unknownText(witness)}`;
  });
  const clocks = keeps.filter(({ unknown }) => unknown);
  const copies = unique(clocks.map(({ copy, witness }) => `${copy}${unknownText(witness)}`));
  const lines = [
    ...(said.length > 0 ? [`use: ${said.join("; ")}`] : []),
    ...(copies.length > 0 ? [`whether clocks apply: ${copies.join("; ")}`] : []),
  ];
  return lines.map((head) => ({ head, details: [], minor: true }));
}

function unknownText(witness: readonly Slot[] | undefined): string {
  const names = witness === undefined ? [] : FACT_NAMES.filter((_, index) => witness[index] === undefined);
  return names.length === 0 ? "" : ` (such as ${names.join(" and ")})`;
}

function conditionDetails(condition: Condition): readonly (readonly [string, string])[] {
  const where = condition.where.map((expr) => bracketed(printExpr(expr), condition.where.length > 1));
  const details: (readonly [string, string])[] = [];
  const label = condition.exact ? "where" : "among those where";
  if (where.length > 0 || condition.unless.length > 0) details.push([label, where.join(" && ") || "any"]);
  if (condition.unless.length > 0) details.push(["unless", unlessText(condition)]);
  return details;
}

function alsoText(also: Condition): string {
  const where = also.where.map((expr) => printExpr(expr)).join(" && ");
  const unless = also.unless.length > 0 ? `unless ${unlessText(also)}` : "";
  return [where === "" ? "" : `where ${where}`, unless].filter(Boolean).join(", ") || "fewer of these";
}

function unlessText({ unless }: Condition): string {
  return unless.map(({ expr, reason }) => reason ?? printExpr(expr)).join("; ");
}

/** What the items have to do with it; the rest is as above. */
function itemText(items: UseChange["on"]): string {
  const ofItems = items.flatMap(({ where }) =>
    where.filter((expr) => factsOf(expr).some((name) => name.startsWith("item."))),
  );
  const said = unique(ofItems.map((expr) => printExpr(expr)));
  return said.length === 0
    ? "single ones of other conversations"
    : `of other conversations, where ${said.join(" && ")}`;
}

/** Facts that are out of the ordinary, and those that the condition speaks of. */
function exampleDetails(
  witness: readonly Slot[] | undefined,
  condition: Condition | undefined,
): readonly (readonly [string, string])[] {
  if (witness === undefined) return [["example", "none was found"]];
  const spoken = new Set(condition?.where.flatMap((expr) => factsOf(expr)) ?? []);
  const facts = FACT_NAMES.flatMap((name, index) => {
    const value = witness[index];
    const isTold = value !== ordinarySlot(name) || (spoken.has(name) && value !== null && value !== false);
    return isTold ? [`${name} ${valueText(name, value)}`] : [];
  });
  return [["example", facts.join(", ") || "an ordinary chat"]];
}

function bracketed(text: string, among: boolean): string {
  return among && / \|\| | \? /.test(text) ? `(${text})` : text;
}

function unlike(sides: readonly UseSide[]): readonly string[] {
  return unique(sides.map(({ reason }) => reason));
}

function unique<T>(all: readonly T[]): readonly T[] {
  return [...new Set(all)];
}
