/** What each column of the tables says, and what its values may be: for whoever meets them in a warehouse. */
import { copyColumns, purposesOf } from "@proviso/core/decision";
import { definitionOf, factsColumns } from "@proviso/core/facts";
import { needsOf } from "@proviso/core/policy";
import type { ScriptRequest } from "./script.ts";

export interface DescribedColumn {
  readonly name: string;
  readonly says: string;
  readonly isNeeded: boolean;
  readonly values: readonly string[] | undefined;
}

type Asked = Pick<ScriptRequest, "set" | "purposes" | "items">;

const EFFECTS = ["permit", "deny"];

function column(name: string, says: string, more: Partial<DescribedColumn> = {}): DescribedColumn {
  return { name, says, isNeeded: false, values: undefined, ...more };
}

function whoColumns({ items }: Pick<Asked, "items">): readonly DescribedColumn[] {
  return [
    column("account", "The account; empty for the one without a name.", { isNeeded: true }),
    column("conversation", "The conversation.", { isNeeded: true }),
    ...(items ? [column("item", "The item of the conversation.", { isNeeded: true })] : []),
  ];
}

export function factsDescribed(asked: Asked): readonly DescribedColumn[] {
  const needs = needsOf(asked.set);
  const who = whoColumns(asked);
  const rest = factsColumns(needs, asked.items).filter(({ name }) => !who.some((one) => one.name === name));
  return [
    ...who,
    ...rest.map(({ name, type, fact }) => {
      if (fact === undefined) return column(name, OTHERS[name] ?? acknowledged(name, needs.acknowledged));
      const { says, values, type: kind } = definitionOf(fact);
      if (name.endsWith("_known") && kind !== "bool" && type === "boolean") {
        return column(name, `Whether it is known that there is none: ${says}.`);
      }
      return column(name, `${says}; NULL: unknown`, type === "text" ? { values } : {});
    }),
  ];
}

const OTHERS: Readonly<Record<string, string>> = {
  is_recorded: "Whether anything of the conversation is recorded.",
  known_at: "What was recorded later is left out; NULL: nothing is.",
  acknowledged_complete: "Whether all acknowledgements are recorded.",
  runs: "Runs that had begun with it.",
};

function acknowledged(name: string, documents: readonly string[]): string {
  const index = Number(/^acknowledged_(\d+)_at$/.exec(name)?.[1]) - 1;
  return `When ${documents[index] ?? "the document"} was acknowledged.`;
}

export function decisionsDescribed(asked: Asked): readonly DescribedColumn[] {
  const { set, items } = asked;
  const copies = copyColumns(set, { items });
  return [
    ...whoColumns(asked),
    column("policies", "Versions that govern; more than one where an unknown leaves it open."),
    column("policy_digests", "Their digests."),
    ...(asked.purposes ?? purposesOf(set)).flatMap((purpose) => {
      const prefix = purpose.replaceAll("-", "_");
      return [
        column(`${prefix}_use`, `For ${purpose}: what a builder may rely on.`, {
          isNeeded: true,
          values: EFFECTS,
        }),
        column(`${prefix}_exposure`, `For ${purpose}: what a person must reckon with.`, {
          isNeeded: true,
          values: EFFECTS,
        }),
        column(`${prefix}_reason`, "Why.", { isNeeded: true }),
        column(`${prefix}_rule`, "The rule that decided; NULL: none did."),
        column(`${prefix}_policy`, "The version the rule is of."),
        column(`${prefix}_basis`, "Whether it rests on a text, or on a reading of it.", {
          values: ["text", "interpretation"],
        }),
        column(`${prefix}_possible`, "Rules that might decide, were an unknown known."),
        column(`${prefix}_unknowns`, "The unknowns it hangs on."),
      ];
    }),
    ...(items
      ? []
      : [column("held", "Nothing may be destroyed while it is held, or may be.", { isNeeded: true })]),
    ...[...copies].flatMap(([copy, name]) => [
      column(name, `Whether a clock speaks of the copy ${copy}.`, { isNeeded: true }),
      column(`${name}_until`, `The copy ${copy} may be kept until then; NULL: no end is stated.`),
      column(`${name}_at_least`, `The copy ${copy} must be kept until then.`),
    ]),
  ];
}

export function clocksDescribed(): readonly DescribedColumn[] {
  return [
    ...whoColumns({ items: false }),
    column("clock", "The clock.", { isNeeded: true }),
    column("copy", "The copy it speaks of.", { isNeeded: true }),
    column("bound", "What it says: at-most, at-least, until-released, or a bound without a date.", {
      isNeeded: true,
    }),
    column("event", "The event it runs from, as the policy names it."),
    column("form", "The form the copy is kept in."),
    column("policy", "The version it is of; NULL: a hold, which is law."),
    column("basis", "Whether it rests on a text, or on a reading of it.", {
      values: ["text", "interpretation"],
    }),
    column("period", "ISO 8601 period."),
    column("from_at", "When it began; NULL: unknown, or not dated."),
    column("until_at", "When it ends; NULL: unknown, or not dated."),
    column("elapsed", "Whether its end has passed.", { isNeeded: true }),
    column("applies", "Whether it certainly applies.", { isNeeded: true, values: ["yes", "maybe"] }),
    column("unknowns", "The unknowns it hangs on."),
  ];
}

export function dueDescribed(): readonly DescribedColumn[] {
  return [
    ...whoColumns({ items: false }),
    column("copy", "The copy that should be gone.", { isNeeded: true }),
    column("until_at", "When its end was.", { isNeeded: true }),
    column("clock", "The clock that says so.", { isNeeded: true }),
  ];
}
