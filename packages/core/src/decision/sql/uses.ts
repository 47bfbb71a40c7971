/**
 * The answer's number for each purpose: views `firsts`, `outcomes`, `joined` and `answer_keys`.
 *
 * On most rows one version governs and its first rule that is not false is true. On the others the
 * rules that might decide are kept as a short text per version and purpose, a letter per rule:
 * `P`/`D` it applies (permits, denies), `p`/`d` it may, `-` it does not; `N` at the end: no rule. The
 * text ends at the first capital. Meaning: `joined` in decision/use.ts.
 */
import type { Purpose } from "../../events/event.ts";
import { slug } from "../../sql/names.ts";
import type { View } from "../../sql/view.ts";
import { type Answers, NO_POLICY, NO_SUBJECT, OPEN } from "./answers.ts";
import { candidate, certain, HAS_SUBJECT } from "./governed.ts";
import { type Column, layer } from "./layer.ts";
import { type Layout, rulesFor, type VersionLayout } from "./layout.ts";

/** Position of the first rule that is not false; negative where it is not true either; 0: not asked. */
export const first = (purpose: Purpose): string => `first_${slug(purpose)}`;
export const key = (purpose: Purpose): string => `answer_${slug(purpose)}`;
export const outcomes = (number: number, purpose: Purpose): string => `outcomes_${number}_${slug(purpose)}`;
/** Number of the outcome that gives the reason; 0 where outcomes differ in effect. */
export const decisive = (purpose: Purpose): string => `decisive_${slug(purpose)}`;
export const outcomeNumber = (version: number, position: number): number => version * 10_000 + position;
/** All outcomes of all versions that may govern. */
export const together = (purpose: Purpose): string => `outcomes_${slug(purpose)}`;

export function useViews(layout: Layout, answers: Answers): readonly View[] {
  const { purposes, versions } = layout;
  return [
    layer(layout, "firsts", "conditions", {
      says: ["Per purpose the position of the rule that decides; negative: an unknown leaves it open."],
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

/** Where the answer is open, and the rules that might decide have to be looked at. */
export function isOpen(purpose: Purpose): string {
  return `governor < 0 OR ${first(purpose)} < 0`;
}

function firstSql(layout: Layout, purpose: Purpose): string {
  const branches = layout.versions.map((version) => {
    const rules = rulesFor(version, purpose, layout.items);
    const whens = rules.map((rule, index) => {
      const column = version.rules.get(rule.id) ?? rule.id;
      return `WHEN ${column} IS NOT FALSE THEN CASE WHEN ${column} THEN ${index + 1} ELSE -${index + 1} END`;
    });
    const none = String(rules.length + 1);
    return `WHEN governor = ${version.number} THEN ${whens.length === 0 ? none : `CASE ${whens.join(" ")} ELSE ${none} END`}`;
  });
  return `CASE ${branches.join(" ")} ELSE 0 END`;
}

/** The version that names the reason: the first that may govern, unless only a later one surely does. */
function leadingSql(versions: readonly VersionLayout[]): string {
  const numbers = versions.map(({ number }) => number);
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
  const letters = rulesFor(version, purpose, layout.items).map((rule) => {
    const column = version.rules.get(rule.id) ?? rule.id;
    const letter = rule.effect === "permit" ? "P" : "D";
    return `CASE WHEN ${column} THEN '${letter}' WHEN ${column} IS NULL THEN '${letter.toLowerCase()}' ELSE '-' END`;
  });
  const all = letters.length === 0 ? "'N'" : [...letters, "'N'"].join(" || ");
  const cut = layout.dialect.firstMatch(`(${all})`, "^[-pd]*[PDN]");
  return {
    name: outcomes(version.number, purpose),
    sql: `CASE WHEN (${isOpen(purpose)}) AND ${candidate(version.number)} THEN ${cut} END`,
  };
}

function togetherSql({ versions }: Layout, purpose: Purpose): string {
  const parts = versions.map(({ number }) => `coalesce(${outcomes(number, purpose)}, '')`);
  return `CASE WHEN ${isOpen(purpose)} THEN ${parts.join(" || ")} || CASE WHEN sure_governors = 0 THEN 'N' ELSE '' END END`;
}

/** Whether all that might be permits, or all denies; then the leading version's last rule gives the reason. */
function permits(purpose: Purpose): string {
  return `position('p' IN lower(${together(purpose)})) > 0`;
}

function denies(purpose: Purpose): string {
  return `length(replace(replace(lower(${together(purpose)}), 'p', ''), '-', '')) > 0`;
}

function keySql({ versions }: Layout, answers: Answers, purpose: Purpose): string {
  const of = (number: number, position: string): string =>
    `WHEN ${number} THEN ${answers.key(number, purpose, 0)} + ${position}`;
  const plain = versions.map(({ number }) => of(number, first(purpose))).join(" ");
  const agreed = versions.map(({ number }) => of(number, `length(${outcomes(number, purpose)})`)).join(" ");
  return [
    "CASE",
    `WHEN governor > 0 AND ${first(purpose)} > 0 THEN CASE governor ${plain} END`,
    `WHEN governor = 0 THEN CASE WHEN ${HAS_SUBJECT} THEN ${NO_POLICY} ELSE ${NO_SUBJECT} END`,
    `WHEN ${permits(purpose)} AND ${denies(purpose)} THEN ${OPEN}`,
    `ELSE CASE lead_version ${agreed} END END`,
  ].join(" ");
}

function decisiveSql({ versions }: Layout, purpose: Purpose): string {
  const whens = versions.map(
    ({ number }) => `WHEN ${number} THEN ${outcomeNumber(number, 0)} + length(${outcomes(number, purpose)})`,
  );
  return `CASE WHEN ${isOpen(purpose)} THEN CASE WHEN ${permits(purpose)} AND ${denies(purpose)} THEN 0 ELSE CASE lead_version ${whens.join(" ")} END END END`;
}
