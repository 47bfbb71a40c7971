/**
 * The answer's number for each purpose: views `firsts`, `outcomes`, `joined` and `answer_keys`.
 *
 * On most rows nothing is open, and the first rule that applies decides. On the others the rules that
 * might decide are kept as a short text per version and purpose, a letter per rule: `P`/`D` it applies (permits, denies), `p`/`d` it may, `-` it does not; `N` at the end: no rule. The
 * text ends at the first capital. Meaning: `joined` in decision/use.ts.
 */

import type { Purpose } from "../../events/event.ts";
import { rulesFor } from "../../policy/rules-for.ts";
import { slug } from "../../sql/names.ts";
import type { View } from "../../sql/view.ts";
import { type Answers, NO_POLICY, NO_SUBJECT, OPEN } from "./answers.ts";
import { ruleOnKind } from "./conditions.ts";
import { candidate, certain, HAS_SUBJECT } from "./governed.ts";
import { type Column, layer } from "./layer.ts";
import type { Layout, VersionLayout } from "./layout.ts";
import { isOfKind, isOpenFor, KINDS, type Kind } from "./settled.ts";

/** Position of the first rule that applies, where nothing is open; else 0. */
const first = (purpose: Purpose): string => `first_${slug(purpose)}`;
export const key = (purpose: Purpose): string => `answer_${slug(purpose)}`;
export const outcomes = (number: number, purpose: Purpose): string => `outcomes_${number}_${slug(purpose)}`;
/** Number of the outcome that gives the reason; 0 where outcomes differ in effect. */
export const decisive = (purpose: Purpose): string => `decisive_${slug(purpose)}`;
export const outcomeNumber = (version: number, position: number): number => version * 10_000 + position;
/** All outcomes of all versions that may govern. */
const together = (purpose: Purpose): string => `outcomes_${slug(purpose)}`;

export function useViews(layout: Layout, answers: Answers): readonly View[] {
  const { purposes, versions } = layout;
  return [
    layer(layout, "firsts", "conditions", {
      says: ["Per purpose the position of the rule that decides, where nothing is open."],
      columns: purposes.map((purpose) => ({ name: first(purpose), sql: firstSql(layout, purpose) })),
    }),
    layer(layout, "outcomes", "firsts", {
      says: [
        "Where it is open: the rules that might decide, a letter each, up to the first that surely applies.",
      ],
      columns: [
        { name: "lead_version", sql: leadingSql(versions) },
        ...purposes.flatMap((purpose) => versions.map((version) => outcomeColumn(layout, version, purpose))),
      ],
    }),
    layer(layout, "joined", "outcomes", {
      says: ["The same for all versions that may govern; that none governs is one more possibility."],
      columns: purposes.map((purpose) => ({ name: together(purpose), sql: togetherSql(layout, purpose) })),
    }),
    layer(layout, "answer_keys", "joined", {
      says: ["The number of the answer, and the number of the outcome that gives it where several are open."],
      columns: purposes.flatMap((purpose) => [
        { name: key(purpose), sql: keySql(layout, answers, purpose) },
        { name: decisive(purpose), sql: decisiveSql(layout, purpose) },
      ]),
    }),
  ];
}

/** Where the answer may be open, and the rules that might decide have to be looked at. */
export const IS_OPEN = "settled = 0 AND governors > 0";

function firstSql(layout: Layout, purpose: Purpose): string {
  const whens = KINDS.flatMap((kind) =>
    layout.versions.map(
      (version) => `WHEN ${isOfKind(version, kind)} THEN ${firstOnKind(layout, version, purpose, kind)}`,
    ),
  );
  return whens.length === 0 ? "0" : `CASE ${whens.join(" ")} ELSE 0 END`;
}

/** Where nothing is open the first rule that applies decides; those that never apply are left out. */
function firstOnKind(layout: Layout, version: VersionLayout, purpose: Purpose, kind: Kind): string {
  const whens: string[] = [];
  const rules = rulesFor(version.policy, purpose, layout.items);
  for (const [index, rule] of rules.entries()) {
    const condition = ruleOnKind(rule, version, kind, layout.items);
    if (condition === "TRUE") return chosen(whens, index + 1);
    if (condition !== undefined) whens.push(`WHEN ${condition} THEN ${index + 1}`);
  }
  return chosen(whens, rules.length + 1);
}

function chosen(whens: readonly string[], otherwise: number): string {
  return whens.length === 0 ? String(otherwise) : `CASE ${whens.join(" ")} ELSE ${otherwise} END`;
}

/** The version that names the reason: the first that may govern, unless only a later one surely does. */
function leadingSql(versions: readonly VersionLayout[]): string {
  const numbers = versions.map(({ number }) => number);
  if (numbers.length === 0) return "0";
  const when = (
    name: (number: number) => string,
    give: (number: number) => string,
    order = numbers,
  ): string => `CASE ${order.map((number) => `WHEN ${name(number)} THEN ${give(number)}`).join(" ")} END`;
  const isFirstSure = when(candidate, certain);
  const earliest = when(candidate, String);
  const lastSure = when(certain, String, [...numbers].reverse());
  return `CASE WHEN governor >= 0 THEN governor WHEN ${isFirstSure} THEN ${earliest} ELSE coalesce(${lastSure}, ${earliest}) END`;
}

function outcomeColumn(layout: Layout, version: VersionLayout, purpose: Purpose): Column {
  const letters = rulesFor(version.policy, purpose, layout.items).map((rule) => {
    const letter = rule.effect === "permit" ? "P" : "D";
    const column = version.rules.get(rule.id) ?? rule.id;
    return `CASE WHEN ${column} THEN '${letter}' WHEN ${column} IS NULL THEN '${letter.toLowerCase()}' ELSE '-' END`;
  });
  const cut = layout.dialect.firstMatch(`(${[...letters, "'N'"].join(" || ")})`, "^[-pd]*[PDN]");
  return {
    name: outcomes(version.number, purpose),
    sql: `CASE WHEN ${isOpenFor(version)} THEN ${cut} END`,
  };
}

function togetherSql({ versions }: Layout, purpose: Purpose): string {
  const parts = versions.map(({ number }) => `coalesce(${outcomes(number, purpose)}, '') || `).join("");
  return `CASE WHEN ${IS_OPEN} THEN ${parts}CASE WHEN sure_governors = 0 THEN 'N' ELSE '' END END`;
}

/** Some of what might be permits and some denies; else the leading version's last rule gives the reason. */
function differ(purpose: Purpose): string {
  const letters = `lower(${together(purpose)})`;
  return `position('p' IN ${letters}) > 0 AND length(replace(replace(${letters}, 'p', ''), '-', '')) > 0`;
}

function keySql({ versions }: Layout, answers: Answers, purpose: Purpose): string {
  const none = `CASE WHEN ${HAS_SUBJECT} THEN ${NO_POLICY} ELSE ${NO_SUBJECT} END`;
  if (versions.length === 0) return none;
  const of = (number: number, position: string): string =>
    `WHEN ${number} THEN ${answers.key(number, purpose, 0)} + ${position}`;
  const plain = versions.map(({ number }) => of(number, first(purpose))).join(" ");
  const agreed = versions.map(({ number }) => of(number, `length(${outcomes(number, purpose)})`)).join(" ");
  return [
    "CASE",
    `WHEN settled > 0 THEN CASE governor ${plain} END`,
    `WHEN governor = 0 THEN ${none}`,
    `WHEN ${differ(purpose)} THEN ${OPEN}`,
    `ELSE CASE lead_version ${agreed} END END`,
  ].join(" ");
}

function decisiveSql({ versions }: Layout, purpose: Purpose): string {
  if (versions.length === 0) return "0";
  const whens = versions.map(
    ({ number }) => `WHEN ${number} THEN ${outcomeNumber(number, 0)} + length(${outcomes(number, purpose)})`,
  );
  return `CASE WHEN ${IS_OPEN} THEN CASE WHEN ${differ(purpose)} THEN 0 ELSE CASE lead_version ${whens.join(" ")} END END END`;
}
