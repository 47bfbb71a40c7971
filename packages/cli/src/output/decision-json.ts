/**
 * Decided -> one line of JSON: the decision with what is known of the conversation
 *
 * Fields come in one order, instants in RFC 3339 (UTC). What is not known is null, never left out:
 * a reader can tell "not known" from "not asked". Described in docs/cli.md.
 */
import type { ClockAnswer, Decision, KeepAnswer, PolicyRef, UseAnswer } from "@proviso/core/decision";
import type { Conversation, Item } from "@proviso/core/sources";
import { isoText } from "../terminal/words.ts";
import { briefClock, briefUse } from "./brief-json.ts";

/** `brief` leaves out the policy's prose, see brief-json.ts. */
export type Detail = "brief" | "full";

/** Answers that no unknown touches are one object for many conversations: their text is made once. */
const USE_TEXTS: Readonly<Record<Detail, WeakMap<UseAnswer, string>>> = {
  brief: new WeakMap(),
  full: new WeakMap(),
};
const POLICY_TEXTS = new WeakMap<PolicyRef, string>();

export function conversationLine(
  conversation: Conversation,
  product: string,
  decision: Decision,
  detail: Detail,
): string {
  const about = {
    conversation: conversation.id,
    item: null,
    title: conversation.title ?? null,
    account: decision.account ?? null,
    product,
    surface: conversation.surface,
    mode: conversation.mode ?? null,
    credential: conversation.credential ?? null,
    model: conversation.model ?? null,
    createdAt: instant(conversation.createdAt),
    updatedAt: instant(conversation.updatedAt),
    items: conversation.items.length,
    file: conversation.locator.file,
  };
  return line(about, decision, detail);
}

export function itemLine(
  conversation: Conversation,
  item: Item | undefined,
  product: string,
  decision: Decision,
  detail: Detail,
): string {
  const about = {
    conversation: conversation.id,
    item: decision.item ?? null,
    account: decision.account ?? null,
    product,
    role: item?.role ?? null,
    source: item?.source ?? null,
    name: item?.name ?? null,
    itemAt: instant(item?.at),
    pasted: item?.pasted ?? null,
    hidden: item?.hidden ?? null,
    file: conversation.locator.file,
  };
  return line(about, decision, detail);
}

/** The decision alone, as the same fields, for `explain --json`. */
export function decisionFields(decision: Decision): Readonly<Record<string, unknown>> {
  return {
    at: isoText(decision.at),
    known: instant(decision.known),
    policies: decision.policies.map(policyFields),
    uses: decision.uses.map(useFields),
    clocks: decision.clocks.map(clockFields),
    keep: decision.keep.map(keepFields),
    runs: decision.runs,
  };
}

function line(about: Readonly<Record<string, unknown>>, decision: Decision, detail: Detail): string {
  const isBrief = detail === "brief";
  const policies = decision.policies.map((ref) => cached(POLICY_TEXTS, ref, policyFields)).join(",");
  const uses = decision.uses
    .map((use) => cached(USE_TEXTS[detail], use, isBrief ? briefUse : useFields))
    .join(",");
  const rest = JSON.stringify({
    clocks: decision.clocks.map(isBrief ? briefClock : clockFields),
    keep: decision.keep.map(keepFields),
    runs: decision.runs,
  });
  const start = JSON.stringify({ ...about, at: isoText(decision.at), known: instant(decision.known) });
  return `${start.slice(0, -1)},"policies":[${policies}],"uses":[${uses}],${rest.slice(1)}\n`;
}

function cached<K extends object>(texts: WeakMap<K, string>, key: K, fields: (key: K) => unknown): string {
  let text = texts.get(key);
  if (text === undefined) {
    text = JSON.stringify(fields(key));
    texts.set(key, text);
  }
  return text;
}

function useFields(use: UseAnswer): Readonly<Record<string, unknown>> {
  return {
    purpose: use.purpose,
    use: use.use,
    exposure: use.exposure,
    reason: use.reason,
    rule: use.rule ?? null,
    policy: use.policy === undefined ? null : policyFields(use.policy),
    basis: use.basis,
    reading: use.reading ?? null,
    competing: use.competing.map(({ effect, reading }) => ({ effect: effect ?? null, reading })),
    cite: use.cite.map(({ document, section }) => ({ document, section: section ?? null })),
    obligations: use.obligations,
    advice: use.advice,
    possible: use.possible.map(({ policy, rule, effect }) => ({ policy, rule, effect })),
    unknowns: use.unknowns,
  };
}

function clockFields(clock: ClockAnswer): Readonly<Record<string, unknown>> {
  return {
    clock: clock.clock,
    copy: clock.copy,
    bound: clock.bound,
    period: clock.period ?? null,
    event: clock.event ?? null,
    from: instant(clock.from),
    until: instant(clock.until),
    elapsed: clock.elapsed,
    form: clock.form ?? null,
    note: clock.note ?? null,
    applies: clock.applies,
    unknowns: clock.unknowns,
    policy: clock.policy === undefined ? null : policyFields(clock.policy),
    cite: clock.cite.map(({ document, section }) => ({ document, section: section ?? null })),
    basis: clock.basis,
    reading: clock.reading ?? null,
    competing: clock.competing.map(({ effect, reading }) => ({ effect: effect ?? null, reading })),
  };
}

function keepFields(keep: KeepAnswer): Readonly<Record<string, unknown>> {
  return {
    copy: keep.copy,
    until: instant(keep.until),
    atLeast: keep.atLeast === "released" ? "released" : instant(keep.atLeast),
  };
}

function policyFields({ id, version, digest }: PolicyRef): Readonly<Record<string, unknown>> {
  return { id, version, digest };
}

function instant(ms: number | null | undefined): string | null {
  return ms === undefined || ms === null ? null : isoText(ms);
}
