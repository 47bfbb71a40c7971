/**
 * Events as a table, for engines that read columns: one row per event, one column per field of `data`.
 *
 * `type` is without the prefix `proviso.`; instants are timestamps without a zone, in UTC. A field that
 * an event does not have is NULL. Names that SQL reserves, or that would mean two things, are changed.
 */
import type { EventType } from "./event.ts";

export type ColumnType = "text" | "timestamp" | "boolean" | "texts";

export interface EventColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** Path within the event, as in memory: `["data", "plan"]`. */
  readonly path: readonly string[];
  /** Types of events that carry it; undefined: all. */
  readonly of: readonly EventType[] | undefined;
}

function data(name: string, type: ColumnType, field: string, ...of: readonly EventType[]): EventColumn {
  return { name, type, path: ["data", ...field.split(".")], of };
}

export const EVENT_COLUMNS: readonly EventColumn[] = [
  { name: "id", type: "text", path: ["id"], of: undefined },
  { name: "source", type: "text", path: ["source"], of: undefined },
  { name: "type", type: "text", path: ["type"], of: undefined },
  { name: "account", type: "text", path: ["account"], of: undefined },
  { name: "conversation", type: "text", path: ["conversation"], of: undefined },
  { name: "valid_at", type: "timestamp", path: ["at"], of: undefined },
  { name: "recorded_at", type: "timestamp", path: ["recorded"], of: undefined },
  data("plan", "text", "plan", "account.created", "account.plan-changed", "conversation.created"),
  data("region", "text", "region", "account.created", "account.region-changed"),
  data("minor", "boolean", "minor", "account.created"),
  data("credential", "text", "credential", "account.credential-changed", "conversation.created"),
  data("moved_to", "text", "to", "account.moved"),
  data("moved_data", "text", "data", "account.moved"),
  data("retention_max", "text", "max", "organisation.retention-set"),
  data("opted_in", "boolean", "in", "organisation.opted-in"),
  data("document", "text", "document", "terms.acknowledged"),
  data("notice", "text", "notice", "notice.shown", "choice.made"),
  data("dialog", "text", "dialog", "notice.shown"),
  data("purpose", "text", "purpose", "choice.made", "run.started"),
  data("choice", "text", "choice", "choice.made", "participant.joined"),
  data("valid_for", "text", "validFor", "choice.made"),
  data("explicit", "boolean", "explicit", "choice.made"),
  data("undated", "boolean", "undated", "conversation.created", "item.added", "feedback.given"),
  data("surface", "text", "surface", "notice.shown", "choice.made", "conversation.created"),
  data("mode", "text", "mode", "conversation.created"),
  data("covered_model", "boolean", "coveredModel", "conversation.created"),
  data("item", "text", "item", "item.added", "feedback.given"),
  data("role", "text", "role", "item.added"),
  data("item_source", "text", "source", "item.added"),
  data("pasted", "boolean", "pasted", "item.added"),
  data("hidden", "boolean", "hidden", "item.added"),
  data("signal", "text", "signal", "item.added"),
  data("participant", "text", "account", "participant.joined"),
  data("feedback_kind", "text", "kind", "feedback.given"),
  data("hold", "text", "hold", "hold.placed", "hold.released"),
  data("scope_conversations", "texts", "scope.conversations", "hold.placed"),
  data("scope_plans", "texts", "scope.plans", "hold.placed"),
  data("scope_except_plans", "texts", "scope.exceptPlans", "hold.placed"),
  data("scope_regions", "texts", "scope.regions", "hold.placed"),
  data("scope_except_regions", "texts", "scope.exceptRegions", "hold.placed"),
  data("run", "text", "run", "run.started"),
  data("includes", "texts", "includes", "run.started"),
  data("kinds", "texts", "kinds", "log-complete"),
  data("until_at", "timestamp", "until", "log-complete"),
];
