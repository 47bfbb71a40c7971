/** A message -> **WebhookBody**, of which there is a JSON Schema for receivers */
import { AXES, DIRECTIONS, IMPACT_LEVELS, RECORD_CLASSES } from "@proviso/core/terms";
import * as z from "zod";
import type { Alertable, ChangeAlertable, HealthAlertable } from "../alertable.ts";
import { plainLine } from "../letter/plain.ts";
import type { Sending } from "./sending.ts";

const instant = z.iso.datetime();
const document = z.strictObject({ service: z.string(), type: z.string(), region: z.string().optional() });
const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const fact = z.strictObject({ values, quote: z.string(), seen: instant });
const law = z.strictObject({ provision: z.string(), jurisdiction: z.string(), reason: z.string() });
const exposure = z.strictObject({
  policy: z.string(),
  draft: z.string(),
  compared: z.int(),
  changed: z.int(),
  becomeTrainable: z.int(),
  accounts: z.int(),
  keptLonger: z.int(),
  medianDays: z.number().optional(),
  unread: z.int(),
  open: z.array(z.string()).describe("What is in none of the figures."),
});

const changed = z.strictObject({
  kind: z.literal("change"),
  document,
  class: z.enum(RECORD_CLASSES),
  title: z.string(),
  before: z.string().describe("Id of the version."),
  after: z.string(),
  direction: z.enum(DIRECTIONS),
  impact: z.strictObject({
    level: z.enum(IMPACT_LEVELS),
    score: z.number(),
    reasons: z.array(z.string()),
  }),
  changes: z.array(
    z.strictObject({
      axis: z.enum(AXES),
      kind: z.enum(["added", "removed", "changed"]),
      direction: z.enum(DIRECTIONS),
      why: z.string(),
      before: fact.optional(),
      after: fact.optional(),
    }),
  ),
  moreChanges: z.int().describe("Changes that had no room."),
  clocks: z.strictObject({
    firstSeen: instant,
    stated: instant.optional(),
    inForce: instant.optional(),
    isPerAccount: z.boolean().describe("In force by what the user does; `inForce` is the latest day."),
    isSilent: z.boolean().describe("The text moved while its date did not."),
  }),
  notice: z.strictObject({ kept: z.enum(["yes", "no", "unknown"]), reason: z.string() }).optional(),
  regulations: z.array(law),
  exposures: z.array(exposure),
});

const unseen = z.strictObject({
  kind: z.literal("health"),
  document,
  signal: z.string(),
  reason: z.string(),
  since: instant,
  times: z.int(),
  lastSeen: instant.optional(),
  lastGood: z.string().optional().describe("Id of the text last seen well."),
});

const head = { timestamp: instant.describe("When it was first to be sent."), rule: z.string() };
export const webhookForm = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("terms.changed"),
    ...head,
    data: z.strictObject({ clauses: z.array(z.string()), change: changed }),
  }),
  z.strictObject({
    type: z.literal("terms.unseen"),
    ...head,
    data: z.strictObject({ clauses: z.array(z.string()), health: unseen }),
  }),
  z.strictObject({
    type: z.literal("terms.digest"),
    ...head,
    data: z.strictObject({
      from: instant,
      to: instant,
      changes: z.array(changed),
      moreChanges: z.int(),
      unseen: z.array(unseen),
      seenAgain: z.array(unseen).describe("Were not seen for a time, and are by now."),
    }),
  }),
]);

export type WebhookBody = z.output<typeof webhookForm>;

/** For receivers. Times are ISO 8601 in UTC. */
export function webhookJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(webhookForm);
}

const MOST_CHANGES = 40;
const MOST_IN_DIGEST = 50;
const LONGEST_QUOTE = 500;

export function webhookBody({ message, at }: Pick<Sending, "message" | "at">): WebhookBody {
  const common = { timestamp: iso(at), rule: message.rule };
  if (message.kind === "digest") {
    const { from, to, changes, unseen: blind, seenAgain } = message.digest;
    return {
      type: "terms.digest",
      ...common,
      data: {
        from: iso(from),
        to: iso(to),
        changes: changes.slice(0, MOST_IN_DIGEST).map(changeData),
        moreChanges: Math.max(0, changes.length - MOST_IN_DIGEST),
        unseen: blind.map(healthData),
        seenAgain: seenAgain.map(healthData),
      },
    };
  }
  const { alertable, clauses } = message;
  return alertable.kind === "change"
    ? { type: "terms.changed", ...common, data: { clauses: [...clauses], change: changeData(alertable) } }
    : { type: "terms.unseen", ...common, data: { clauses: [...clauses], health: healthData(alertable) } };
}

type ChangeData = z.output<typeof changed>;

function changeData({ change, exposures, class: made }: ChangeAlertable): ChangeData {
  const { clocks, notice, impact } = change;
  const { inForce, stated } = clocks;
  const forced = inForce?.is === "day" ? inForce.at : inForce?.latest;
  return {
    kind: "change",
    document: documentData(change.document),
    class: made,
    title: plainLine(change.summary.split("\n", 1)[0] ?? ""),
    before: change.before.id,
    after: change.after.id,
    direction: change.direction,
    impact: { level: impact.level, score: impact.score, reasons: [...impact.reasons] },
    changes: change.changes.slice(0, MOST_CHANGES).map(({ axis, kind, direction, why, before, after }) => ({
      axis,
      kind,
      direction,
      why,
      ...(before === undefined ? {} : { before: factData(before, change.before.at) }),
      ...(after === undefined ? {} : { after: factData(after, change.after.at) }),
    })),
    moreChanges: Math.max(0, change.changes.length - MOST_CHANGES),
    clocks: {
      firstSeen: iso(clocks.firstSeen),
      ...(stated === undefined ? {} : { stated: iso(stated.at) }),
      ...(forced === undefined ? {} : { inForce: iso(forced) }),
      isPerAccount: inForce?.is === "per-account",
      isSilent: clocks.isSilent,
    },
    ...(notice === undefined ? {} : { notice: { kept: notice.kept, reason: notice.reason } }),
    regulations: change.regulations.map(({ provision, jurisdiction, reason }) => ({
      provision,
      jurisdiction,
      reason,
    })),
    exposures: exposures.map(exposureData),
  };
}

function exposureData(one: ChangeAlertable["exposures"][number]): z.output<typeof exposure> {
  const { policy, draft, compared, changed: touched, becomeTrainable, accounts, keptLonger } = one;
  return {
    policy,
    draft,
    compared,
    changed: touched,
    becomeTrainable,
    accounts,
    keptLonger,
    ...(one.medianDays === undefined ? {} : { medianDays: one.medianDays }),
    unread: one.unread ?? 0,
    open: [...one.open],
  };
}

function healthData(health: HealthAlertable): z.output<typeof unseen> {
  const { signal, reason, since, times, lastSeen, lastGood } = health;
  return {
    kind: "health",
    document: documentData(health.document),
    signal,
    reason,
    since: iso(since),
    times,
    ...(lastSeen === undefined ? {} : { lastSeen: iso(lastSeen) }),
    ...(lastGood === undefined ? {} : { lastGood }),
  };
}

type DocumentOf = Extract<Alertable, { kind: "health" }>["document"];

function documentData({ service, type, region }: DocumentOf): z.output<typeof document> {
  return { service, type, ...(region === undefined ? {} : { region }) };
}

function factData(
  one: { readonly values: z.output<typeof values>; readonly quote: string },
  at: number,
): z.output<typeof fact> {
  return { values: { ...one.values }, quote: plainLine(one.quote, LONGEST_QUOTE), seen: iso(at) };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
