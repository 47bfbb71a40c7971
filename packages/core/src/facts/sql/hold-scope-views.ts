/**
 * `hold_records` -> **View[]** that say which holds cover what: `held_classes`, `held_conversations`
 *
 * Meaning: `holdFacts` in ../hold.ts. A scope tells conversations apart by plan and region, so that holds
 * are summed up once per class of these that any scope names. Only what names conversations one by one, or
 * was placed on one, is looked up for each.
 */
import type { HoldScope } from "../../events/event.ts";
import type { View } from "../../sql/view.ts";
import { type Asked, groupsOf } from "./asked.ts";
import { PLAN_JOINS, planSql } from "./conversation-plan.ts";
import { OWN_LISTS, SCOPES, SHARED_LIST } from "./hold-views.ts";

/** Classes of a plan or a region that no scope can tell apart. */
const UNKNOWN = 0;
const OTHER = 1;

const FIELDS: Readonly<Record<(typeof SCOPES)[number], keyof HoldScope>> = {
  scope_conversations: "conversations",
  scope_plans: "plans",
  scope_except_plans: "exceptPlans",
  scope_regions: "regions",
  scope_except_regions: "exceptRegions",
};

/** Columns that sum up holds; group 0 goes by what the events say of their scope. */
export function heldColumns(
  group: number,
): Readonly<Record<"open" | "openUnclear" | "released" | "releasedUnclear", string>> {
  return {
    open: `held_open_${group}`,
    openUnclear: `held_open_unclear_${group}`,
    released: `held_released_${group}`,
    releasedUnclear: `held_released_unclear_${group}`,
  };
}

/** The class of a value, given the list of those that scopes name. */
export function classSql(value: string, list: string): string {
  const place = `coalesce(array_position(${list}, ${value}), 0)`;
  return `CASE WHEN ${value} IS NULL THEN ${UNKNOWN} ELSE ${place} + ${OTHER} END`;
}

export function holdScopeViews(asked: Asked): readonly View[] {
  const { dialect } = asked;
  const { text } = dialect.types;
  const classes = (name: "plan" | "region"): readonly View[] => [
    {
      name: `hold_${name}s`,
      says: [`The ${name}s that a scope names, as one list.`],
      select:
        `SELECT ${dialect.collect(name, [`${name}${dialect.bytewise}`])} AS ${name}s\nFROM (\n` +
        `  SELECT element AS ${name} FROM hold_scopes CROSS JOIN ${dialect.unnest(`scope_${name}s`, "named")}\n` +
        `  UNION\n  SELECT element FROM hold_scopes CROSS JOIN ${dialect.unnest(`scope_except_${name}s`, "named")}\n) AS mentioned`,
    },
    {
      name: `hold_${name}_classes`,
      says: [
        `The same, each with its class; ${UNKNOWN} is an unknown ${name}, ${OTHER} any that no scope names.`,
      ],
      select:
        `SELECT element AS ${name}, ${classSql("element", `${name}s`)} AS ${name}_class\n` +
        `FROM hold_${name}s CROSS JOIN ${dialect.unnest(`${name}s`, "named")}\n` +
        `UNION ALL\nSELECT CAST(NULL AS ${text}), ${UNKNOWN}\nUNION ALL\nSELECT CAST(NULL AS ${text}), ${OTHER}`,
    },
  ];
  const inClass = (list: string, name: string): string =>
    `CASE ${name}_class WHEN ${UNKNOWN} THEN NULL WHEN ${OTHER} THEN FALSE ELSE ${dialect.contains(list, name)} END`;
  const inValue = (list: string, name: string): string => dialect.contains(list, name);
  return [
    scopesView(asked),
    ...classes("plan"),
    ...classes("region"),
    {
      name: "held_classes",
      says: ["Per list, plan and region: since when a hold stands, and when the last was released."],
      select:
        `SELECT ${["hold_list", "plan_class", "region_class", ...sums(asked)].join(",\n  ")}\nFROM (\n` +
        `  SELECT scope_group, hold_list, plan_class, region_class, placed_at, released_at,\n    ${covered(inClass)} AS is_covered\n` +
        `  FROM hold_scopes\n  CROSS JOIN hold_plan_classes\n  CROSS JOIN hold_region_classes\n` +
        `  WHERE hold_list >= ${SHARED_LIST} AND scope_conversations IS NULL\n) AS s\nGROUP BY hold_list, plan_class, region_class`,
    },
    {
      name: "hold_pairs",
      says: ["Holds with the conversations that they name, or were placed on."],
      select:
        `SELECT scope_group, hold_list, account, conversation, placed_at, released_at, ${SCOPES.slice(1).join(", ")}\nFROM hold_scopes\n` +
        `WHERE hold_list = ${OWN_LISTS} AND (scope_conversations IS NULL OR ${dialect.contains("scope_conversations", "conversation")})\n` +
        `UNION ALL\nSELECT DISTINCT scope_group, hold_list, account, element, placed_at, released_at, ${SCOPES.slice(1).join(", ")}\n` +
        `FROM (SELECT * FROM hold_scopes WHERE hold_list >= ${SHARED_LIST}) AS s\nCROSS JOIN ${dialect.unnest("scope_conversations", "named")}`,
    },
    {
      name: "held_conversations",
      says: ["The same for conversations that holds name one by one."],
      select: [
        `SELECT ${["account", "conversation", ...sums(asked)].join(",\n  ")}\nFROM (`,
        `  SELECT scope_group, account, conversation, placed_at, released_at,\n    ${covered(inValue)} AS is_covered\n  FROM (`,
        `    SELECT h.scope_group, c.account, c.conversation, h.placed_at, h.released_at, ${SCOPES.slice(1)
          .map((name) => `h.${name}`)
          .join(", ")},`,
        `      ${planSql()} AS plan, a.account_region AS region`,
        "    FROM hold_pairs AS h",
        "    JOIN conversations AS c ON c.conversation = h.conversation AND (h.account IS NULL OR h.account = c.account)",
        `    ${PLAN_JOINS.join("\n    ")}`,
        `    WHERE h.hold_list = ${OWN_LISTS} OR h.hold_list = a.hold_list`,
        "  ) AS named\n) AS s\nGROUP BY account, conversation",
      ].join("\n"),
    },
  ];
}

/** Each hold once with its own scope, and once per group in which a policy says its scope by name. */
function scopesView({ dialect, needs }: Asked): View {
  const rest = "hold_list, account, conversation, placed_at, released_at";
  const groups = needs.holdScopes.map((scopes, index) => {
    const columns = SCOPES.map((column) => {
      const whens = Object.entries(scopes).map(([hold, scope]) => {
        const list = scope[FIELDS[column]];
        const sql = list === undefined ? `CAST(NULL AS ${dialect.types.texts})` : dialect.list(list);
        return ` WHEN ${dialect.text(hold)} THEN ${sql}`;
      });
      return whens.length === 0 ? column : `CASE hold${whens.join("")} ELSE ${column} END`;
    });
    return `UNION ALL\nSELECT ${index + 1}, ${rest}, ${columns.join(", ")}\nFROM hold_records`;
  });
  return {
    name: "hold_scopes",
    says: ["Holds with their scope: as the events say (group 0), and as each policy that names holds says."],
    select: [`SELECT 0 AS scope_group, ${rest}, ${SCOPES.join(", ")}\nFROM hold_records`, ...groups].join(
      "\n",
    ),
  };
}

/** TRUE, FALSE, or NULL where the plan or the region is unknown and the scope hangs on it. */
function covered(among: (list: string, name: "plan" | "region") => string): string {
  const part = (name: "plan" | "region"): string =>
    `(scope_${name}s IS NULL OR ${among(`scope_${name}s`, name)}) AND ` +
    `(scope_except_${name}s IS NULL OR NOT (${among(`scope_except_${name}s`, name)}))`;
  return `${part("plan")}\n    AND ${part("region")}`;
}

function sums(asked: Asked): readonly string[] {
  return groupsOf(asked).flatMap((group) => {
    const of = `scope_group = ${group}`;
    const { open, openUnclear, released, releasedUnclear } = heldColumns(group);
    return [
      `min(placed_at) FILTER (WHERE ${of} AND released_at IS NULL AND is_covered) AS ${open}`,
      `coalesce(bool_or(is_covered IS NULL) FILTER (WHERE ${of} AND released_at IS NULL), FALSE) AS ${openUnclear}`,
      `max(released_at) FILTER (WHERE ${of} AND is_covered) AS ${released}`,
      `max(released_at) FILTER (WHERE ${of} AND is_covered IS NULL) AS ${releasedUnclear}`,
    ];
  });
}
