/** What all views of one table of facts share: the engine, the question, and the order of events. */
import type { EventType } from "../../events/event.ts";
import type { Dialect } from "../../sql/dialect.ts";
import type { FactsNeeds } from "../needs.ts";

export interface FactsQuestion {
  /** Valid time, epoch milliseconds (UTC). */
  readonly at: number;
  /** Knowledge time; undefined: all that is recorded counts. */
  readonly known: number | undefined;
  readonly needs: FactsNeeds;
  /** A row per item instead of one per conversation. */
  readonly items: boolean;
  /**
   * For a run on part of the events: a relation, quoted, with the events of accounts whose own events lie
   * in other parts. None of them may be in the part as well.
   */
  readonly participants?: string;
  /** The caller vouches that no (`source`, `id`) occurs twice; by default the first copy is looked for. */
  readonly isDistinct?: boolean;
}

export interface Asked extends FactsQuestion {
  readonly dialect: Dialect;
  /** The input relation, quoted. */
  readonly events: string;
}

/** Where each event stands once: the input itself where the caller vouches for it. */
export function logOf({ events, isDistinct }: Asked): string {
  return isDistinct === true ? events : "log";
}

/** Groups of named holds; group 0 goes by what the events say. */
export function groupsOf({ needs }: Asked): readonly number[] {
  return [0, ...needs.holdScopes.map((_, index) => index + 1)];
}

/** The order of events, as `inOrder` has it: the last term only parts equal ids of different sources. */
export function inOrderSql({ bytewise }: Dialect, alias?: string): readonly string[] {
  const of = alias === undefined ? "" : `${alias}.`;
  return [`${of}valid_at`, `${of}recorded_at`, `${of}id${bytewise}`, `${of}source${bytewise}`];
}

/** Whether an event counts for the question. */
export function countsSql({ dialect, at, known }: Asked): string {
  const valid = `valid_at <= ${dialect.timestamp(at)}`;
  return known === undefined ? valid : `${valid} AND recorded_at <= ${dialect.timestamp(known)}`;
}

/** `type IN (…)`, checked against the vocabulary of events. */
export function typeIn(...types: readonly EventType[]): string {
  const list = types.map((type) => `'${type}'`).join(", ");
  return types.length === 1 ? `type = ${list}` : `type IN (${list})`;
}

/** Logs that are complete "from the beginning" say so with the Unix epoch. */
export function beginning(dialect: Dialect): string {
  return dialect.timestamp(0);
}
