/**
 * A changed answer -> which **Action**s would turn it back -> compare
 *
 * Nothing is known of rules here: each action of a closed list is recorded as an event at the instant of
 * the new answer, and the conversation is decided once more.
 */
import { decide } from "../decision/decide.ts";
import { type End, endOf } from "../decision/end.ts";
import type { Prepared } from "../decision/prepare.ts";
import type { Event, EventData, EventType, Purpose } from "../events/event.ts";
import { type Expr, type Fold, fold } from "../policy/expr.ts";
import type { Policy } from "../policy/policy.ts";
import type { FactsAt, Recorded } from "./facts-at.ts";
import type { Action, Side, Transition } from "./what-if.ts";

/** More plans than this are not tried: each costs a decision. */
const PLANS = 16;
const OWN_CHOICE: readonly Purpose[] = ["human-review", "personalise", "evaluate", "share"];

type Made = { readonly [K in EventType]: readonly [K, EventData[K], "account" | "conversation"] }[EventType];

/** @param changed transitions of this conversation whose ends differ */
export function actionsFor(
  changed: readonly Transition[],
  after: Side,
  finder: FactsAt,
  recorded: Recorded,
): ReadonlyMap<Purpose, readonly Action[]> {
  const working = new Map<Purpose, Action[]>(changed.map(({ purpose }) => [purpose, []]));
  /** By the event that an action is: one choice governs several purposes. */
  const asked = new Map<string, Set<Purpose>>();
  const tried = actionsOf(after.prepared).flatMap((action) =>
    changed.map((transition) => ({ action, transition, made: eventOf(action, transition.purpose) })),
  );
  for (const { action, transition, made } of tried) {
    const key = JSON.stringify(made);
    let turned = asked.get(key);
    if (turned === undefined) {
      turned = turnedBy(made, changed, after, finder, recorded);
      asked.set(key, turned);
    }
    if (turned.has(transition.purpose)) working.get(transition.purpose)?.push(action);
  }
  return working;
}

function turnedBy(
  [type, data, reach]: Made,
  changed: readonly Transition[],
  { prepared, at, known }: Side,
  finder: FactsAt,
  recorded: Recorded,
): Set<Purpose> {
  const added = {
    id: `what-if/${type}`,
    source: "urn:proviso:what-if",
    type,
    data,
    account: recorded.account,
    conversation: reach === "conversation" ? recorded.conversation : undefined,
    at,
    // Known as late as can be, so that it comes after all else of its instant.
    recorded: Number.isFinite(known) ? known : Number.MAX_SAFE_INTEGER,
  } as Event;
  const facts = finder.with(added, recorded, at, known);
  const { uses } = decide(
    prepared,
    facts,
    changed.map(({ purpose }) => purpose),
  );
  const turned = changed.filter(({ before, after }, place) => {
    const use = uses[place];
    if (use === undefined) return false;
    // Back to what it was, or beyond: who wants a chat not used is as well served by more than enough.
    const [old, now, found] = [REACH[before.end], REACH[after.end], REACH[endOf(use)]];
    return now > old ? found <= old : found >= old;
  });
  return new Set(turned.map(({ purpose }) => purpose));
}

const REACH: Readonly<Record<End, number>> = { "not-used": 0, "cannot-tell": 1, used: 2 };

function eventOf({ kind, plan = "" }: Action, purpose: Purpose): Made {
  const asked = OWN_CHOICE.includes(purpose) ? purpose : "train-general";
  switch (kind) {
    case "refuse":
      return ["choice.made", { purpose: asked, choice: "refused" }, "account"];
    case "ask":
      return ["choice.made", { purpose: asked, choice: "granted", explicit: true }, "account"];
    case "object":
      return ["objection.filed", {}, "account"];
    case "delete":
      return ["conversation.deleted", {}, "conversation"];
    case "opt-out":
      return ["organisation.opted-in", { in: false }, "account"];
    case "opt-in":
      return ["organisation.opted-in", { in: true }, "account"];
    case "move":
      return ["account.moved", { to: plan, data: "moved" }, "account"];
  }
}

const TRIED = new WeakMap<Prepared, readonly Action[]>();

function actionsOf(prepared: Prepared): readonly Action[] {
  let tried = TRIED.get(prepared);
  if (tried === undefined) {
    const plans = [...new Set(prepared.set.chains.flat().flatMap(plansIn))].sort().slice(0, PLANS);
    tried = [
      { kind: "refuse" },
      { kind: "object" },
      { kind: "delete" },
      { kind: "ask" },
      { kind: "opt-out" },
      { kind: "opt-in" },
      ...plans.map((plan) => ({ kind: "move" as const, plan })),
    ];
    TRIED.set(prepared, tried);
  }
  return tried;
}

/** Plans that the conditions tell apart: to be under another one is another contract. */
function plansIn({ target, rules }: Policy): readonly string[] {
  const conditions = [target, ...rules.map(({ when }) => when)].filter((expr) => expr !== undefined);
  return conditions.flatMap((expr) => fold(PLAN_NAMES, expr));
}

function isPlan(expr: Expr): boolean {
  return expr.kind === "fact" && (expr.name === "conversation.plan" || expr.name === "account.plan");
}

const PLAN_NAMES: Fold<readonly string[]> = {
  literal: () => [],
  fact: () => [],
  has: () => [],
  compare: ({ left, right }) =>
    [
      [left, right],
      [right, left],
    ].flatMap(([fact, value]) =>
      fact !== undefined && isPlan(fact) && value?.kind === "literal" ? [String(value.value)] : [],
    ),
  in: (node) => (isPlan(node.value) ? node.list : []),
  not: (node, go) => go(node.operand),
  and: (node, go) => [...go(node.left), ...go(node.right)],
  or: (node, go) => [...go(node.left), ...go(node.right)],
  if: (node, go) => [...go(node.condition), ...go(node.yes), ...go(node.no)],
  shift: () => [],
  defined: (node, go) => go(node.body),
};
