/** The `clocks` section: how long each copy may, or must, be kept. */
import type { Node } from "yaml";
import { definitionOf, FACT_NAMES, isFactName } from "../facts/vocabulary.ts";
import type { Expr } from "./expr.ts";
import { suggest } from "./nearest.ts";
import { GROUNDS_KEYS, parseGrounds } from "./parse-grounds.ts";
import { type Context, idAt } from "./parse-rules.ts";
import { parsePeriod, printPeriod } from "./period.ts";
import { BOUNDS, type Bound, type ClockRule } from "./policy.ts";
import { Mapping } from "./yaml-mapping.ts";

export const CLOCK_KEYS = [
  "id",
  "copy",
  "atMost",
  "atLeast",
  "bound",
  "from",
  "event",
  "when",
  "form",
  "note",
  ...GROUNDS_KEYS,
] as const;

/** Bounds without a period, which `bound` names. */
export const OPEN_BOUNDS: readonly Bound[] = BOUNDS.filter(
  (bound) => bound !== "at-most" && bound !== "at-least",
);

const DURATIONS = FACT_NAMES.filter((name) => definitionOf(name).type === "duration");

/** @param nodes all clocks, since a clock without id is named after its copy and told apart by number */
export function parseClocks(nodes: readonly Node[], context: Context): readonly ClockRule[] {
  const mappings = nodes.flatMap((node, index) => {
    const mapping = Mapping.open(node, `clocks[${index}]`, CLOCK_KEYS, context.reading);
    return mapping === undefined ? [] : [mapping];
  });
  const taken = new Set(mappings.flatMap((mapping) => (mapping.has("id") ? [idAt(mapping, "id")] : [])));
  return mappings.map((mapping) => {
    const copy = idAt(mapping, "copy");
    const id = mapping.has("id") ? (mapping.nodeOf("id") as { value?: string }).value : freeId(copy, taken);
    return parseClock(mapping, id ?? "", copy, context);
  });
}

function freeId(copy: string, taken: Set<string>): string {
  let id = copy;
  for (let number = 2; taken.has(id); number += 1) id = `${copy}-${number}`;
  taken.add(id);
  return id;
}

function parseClock(mapping: Mapping, id: string, copy: string, context: Context): ClockRule {
  const bound = boundOf(mapping);
  const key = bound === "at-most" ? "atMost" : bound === "at-least" ? "atLeast" : undefined;
  const period = key === undefined ? undefined : periodAt(mapping, key);
  const about = `clocks.${id}`;
  const from = context.conditions.read(mapping, "from", `${about}.from`, "timestamp", false);
  if (key !== undefined && !mapping.has("from")) {
    mapping.missing("from", "say which timestamp the period counts from, such as `conversation.deletedAt`");
  } else if (key === undefined && mapping.has("from")) {
    mapping.fail("from", "only `atMost` and `atLeast` count from an instant", "name the event with `event`");
  }
  return {
    id,
    copy,
    bound,
    period,
    from,
    event: mapping.text("event"),
    when: context.conditions.read(mapping, "when", `${about}.when`, "bool", false),
    form: mapping.text("form"),
    note: mapping.text("note"),
    ...parseGrounds(mapping, context.documents),
  };
}

function boundOf(mapping: Mapping): Bound {
  const given = ["atMost", "atLeast", "bound"].filter((key) => mapping.has(key));
  if (given.length !== 1) {
    const message =
      given.length === 0
        ? "the clock says no bound"
        : `a clock has one bound, not ${given.map((key) => `\`${key}\``).join(" and ")}`;
    const hint = "say one of `atMost: 30d`, `atLeast: 30d` or `bound: indefinite`";
    mapping.reading.fail(
      "POLICY_INVALID",
      message,
      mapping.nodeOf(given[1] ?? "") ?? mapping.node,
      mapping.field,
      hint,
    );
    return "unstated";
  }
  if (mapping.has("atMost")) return "at-most";
  if (mapping.has("atLeast")) return "at-least";
  return mapping.choice("bound", OPEN_BOUNDS) ?? "unstated";
}

function periodAt(mapping: Mapping, key: string): Expr | undefined {
  const scalar = mapping.scalar(key);
  if (scalar === undefined) return undefined;
  const text = scalar.value;
  const field = mapping.path(key);
  if (isFactName(text)) {
    if (definitionOf(text).type === "duration") return Object.freeze({ kind: "fact", name: text });
    const hint = `durations are ${DURATIONS.map((name) => `\`${name}\``).join(", ")}`;
    return mapping.reading.fail("POLICY_TYPE", `\`${text}\` is not a duration`, scalar, field, hint);
  }
  if (text.includes(".")) {
    const hint = suggest(
      text,
      DURATIONS,
      `durations are ${DURATIONS.map((name) => `\`${name}\``).join(", ")}`,
    );
    return mapping.reading.fail("POLICY_UNKNOWN_FACT", `there is no fact \`${text}\``, scalar, field, hint);
  }
  try {
    return Object.freeze({ kind: "literal", type: "duration", value: printPeriod(parsePeriod(text)) });
  } catch (error) {
    return mapping.reading.caught(error, scalar, field);
  }
}
