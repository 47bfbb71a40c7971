/**
 * Decision x Conversation -> **Selection** -> redact
 *
 * In goes what the conversation's decision and the item's own both permit, in every possible world.
 * An item without a decision stays out: nobody has said yes to it.
 */
import { type Decision, ENGINE_REASONS, type UseAnswer } from "../decision/decision.ts";
import type { Purpose } from "../events/event.ts";
import type { Conversation, Item } from "../sources/conversation.ts";
import { addCount, addCounts, type Counts } from "./counts.ts";
import { reserves } from "./reserved/signals.ts";
import { withoutReserved } from "./reserved/without-reserved.ts";
import { EXPORT_REASONS, type Selection } from "./selection.ts";
import type { Turn } from "./turn.ts";

export interface SelectOptions {
  readonly purpose: Purpose;
  /** Take branches too that the conversation does not show. */
  readonly hidden: boolean;
}

const NONE: ReadonlyMap<string, number> = new Map();
/** Reservations are about training; for other purposes the policy's own rules stand alone. */
const TRAINING: readonly Purpose[] = ["train-general", "train-safety", "train-feedback"];

/** @param items the decisions of its items; an item may have several, and then all must permit */
export function select(
  conversation: Conversation,
  decision: Decision,
  items: readonly Decision[],
  options: SelectOptions,
): Selection {
  const use = answerFor(decision, options.purpose);
  if (use?.use !== "permit") {
    const end = use?.exposure === "permit" ? "cannot-tell" : "not-used";
    return {
      kind: "withheld",
      reason: use?.reason ?? ENGINE_REASONS.purpose,
      end,
      left: NONE,
      signals: NONE,
    };
  }
  const answers = answersByItem(items, options.purpose);
  const turns: Turn[] = [];
  const ids: string[] = [];
  const left: Counts = new Map();
  const signals: Counts = new Map();
  const obligations = new Set(use.obligations);
  const mindsReservations = TRAINING.includes(options.purpose);
  for (const item of conversation.items) {
    const own = answers.get(item.id) ?? [];
    const reason = reasonAgainst(item, own, options, mindsReservations);
    if (reason !== undefined) {
      addCount(left, reason);
      continue;
    }
    const { text, signals: met } = mindsReservations
      ? unreserved(item)
      : { text: item.text ?? "", signals: NONE };
    addCounts(signals, met);
    if (text.trim() === "") {
      addCount(left, EXPORT_REASONS.reserved);
      continue;
    }
    for (const { obligations: more } of own) for (const one of more) obligations.add(one);
    ids.push(item.id);
    // Elsewhere than with tools a name is a person's, or a client's word for a kind of message.
    turns.push({ role: item.role, name: item.role === "tool" ? item.name : undefined, text });
  }
  if (turns.length === 0) {
    return { kind: "withheld", reason: EXPORT_REASONS.nothingLeft, end: "not-used", left, signals };
  }
  return { kind: "selected", turns, ids, left, signals, obligations: [...obligations] };
}

function answersByItem(
  items: readonly Decision[],
  purpose: Purpose,
): ReadonlyMap<string, readonly UseAnswer[]> {
  const answers = new Map<string, UseAnswer[]>();
  for (const decision of items) {
    const answer = answerFor(decision, purpose);
    if (decision.item === undefined || answer === undefined) continue;
    const known = answers.get(decision.item);
    if (known === undefined) answers.set(decision.item, [answer]);
    else known.push(answer);
  }
  return answers;
}

function reasonAgainst(
  item: Item,
  answers: readonly UseAnswer[],
  { hidden }: SelectOptions,
  mindsReservations: boolean,
): string | undefined {
  if (item.hidden && !hidden) return EXPORT_REASONS.hidden;
  if (answers.length === 0) return ENGINE_REASONS.noSubject;
  const against = answers.find(({ use }) => use !== "permit");
  if (against !== undefined) return against.reason;
  if (mindsReservations && item.signal !== undefined && reserves(item.signal)) return EXPORT_REASONS.reserved;
  return (item.text ?? "").trim() === "" ? EXPORT_REASONS.noText : undefined;
}

/** An assistant's words are no page; what it fetched comes as a tool's item. */
function unreserved({ role, pasted, text = "" }: Item): ReturnType<typeof withoutReserved> {
  if (role === "assistant") return { text, signals: NONE };
  return withoutReserved(text, role === "tool" || pasted);
}

function answerFor(decision: Decision, purpose: Purpose): UseAnswer | undefined {
  return decision.uses.find((use) => use.purpose === purpose);
}
