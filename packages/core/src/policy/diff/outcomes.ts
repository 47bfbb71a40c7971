/**
 * A policy -> where it answers what, as diagrams
 *
 * The outcomes of one purpose, or of one copy, share out all worlds among them: each world lies in one.
 */

import type { Purpose } from "../../events/event.ts";
import { type Bdd, FALSE, TRUE } from "../bdd.ts";
import type { Expr } from "../expr.ts";
import { parsePeriod } from "../period.ts";
import type { ClockRule, Policy, Rule } from "../policy.ts";
import { rulesFor } from "../rules-for.ts";
import { canonical, type Pair, type Worlds } from "../worlds.ts";
import type { KeepSide, UseSide } from "./policy-diff.ts";
import { distinct, dutyOf, keyOf, OPEN, sideOf } from "./sides.ts";

export interface Outcome<T> {
  readonly key: string;
  readonly side: T;
  readonly where: Bdd;
  /** The conditions of the rules that decide so, for words. */
  readonly because: readonly Expr[];
}

export class Outcomes {
  readonly policy: Policy;
  readonly target: Pair;
  readonly #worlds: Worlds;

  constructor(policy: Policy, worlds: Worlds) {
    this.policy = policy;
    this.#worlds = worlds;
    this.target = this.#read(policy.target);
  }

  targets(): readonly Outcome<"yes" | "no" | "maybe">[] {
    const { yes, no } = this.target;
    const because = this.policy.target === undefined ? [] : [this.policy.target];
    const maybe = this.#worlds.bdds.not(this.#worlds.bdds.or(yes, no));
    return (["yes", "no", "maybe"] as const).map((side) => ({
      key: side,
      side,
      where: { yes, no, maybe }[side],
      because,
    }));
  }

  /** For conversations that it governs, or may govern. */
  uses(purpose: Purpose, item: boolean): readonly Outcome<UseSide>[] {
    const { bdds } = this.#worlds;
    const ends: { readonly rule: Rule | undefined; readonly where: Bdd }[] = [];
    let rest: Bdd = TRUE;
    const may: Record<"permit" | "deny", Bdd> = { permit: FALSE, deny: bdds.not(this.target.yes) };
    for (const rule of rulesFor(this.policy, purpose, item)) {
      const when = this.#read(rule.when);
      const covers = item ? this.#read(rule.covers) : ALWAYS;
      const [yes, no] = [bdds.and(when.yes, covers.yes), bdds.or(when.no, covers.no)];
      may[rule.effect] = bdds.or(may[rule.effect], bdds.and(rest, bdds.not(no)));
      ends.push({ rule, where: bdds.and(rest, yes) });
      rest = bdds.and(rest, bdds.not(yes));
    }
    may.deny = bdds.or(may.deny, rest);
    ends.push({ rule: undefined, where: rest });
    const found = ends.map(({ rule, where }): Outcome<UseSide> => {
      const against = rule?.effect === "permit" ? may.deny : may.permit;
      const side = sideOf(this.policy, purpose, rule);
      const because = [rule?.when, item ? rule?.covers : undefined].filter((one) => one !== undefined);
      return { key: keyOf(side), side, where: bdds.and(where, bdds.not(against)), because };
    });
    const open = { key: keyOf(OPEN), side: OPEN, where: bdds.and(may.permit, may.deny), because: [] };
    return this.#merged([...found, open]);
  }

  /** The clocks of one copy that apply or may apply. */
  keeps(copy: string): readonly Outcome<readonly KeepSide[]>[] {
    const { bdds } = this.#worlds;
    let parts: readonly Outcome<readonly KeepSide[]>[] = [{ key: "", side: [], where: TRUE, because: [] }];
    for (const clock of this.policy.clocks.filter((one) => one.copy === copy)) {
      const ways = this.#clock(clock);
      const because = clock.when === undefined ? [] : [clock.when];
      parts = this.#merged(
        parts.flatMap((part) => [
          ...ways.sides.map(({ side, where }) => {
            const sides = distinct([...part.side, side]);
            return {
              key: sides.map(keyOf).join(),
              side: sides,
              where: bdds.and(part.where, where),
              because: [...part.because, ...because],
            };
          }),
          { ...part, where: bdds.and(part.where, ways.not) },
        ]),
      );
    }
    return parts;
  }

  #clock(clock: ClockRule): {
    readonly sides: readonly { readonly side: KeepSide; readonly where: Bdd }[];
    readonly not: Bdd;
  } {
    const { bdds } = this.#worlds;
    const { yes, no } = this.#read(clock.when);
    const certain = bdds.and(yes, this.target.yes);
    const applies = { yes: certain, maybe: bdds.and(bdds.not(no), bdds.not(certain)) };
    const sides = this.#terms(clock.from).flatMap((from) =>
      this.#terms(clock.period).flatMap((period) =>
        (["yes", "maybe"] as const).map((state) => ({
          side: { ...dutyOf(clock), period: period.key, from: from.key, applies: state },
          where: bdds.and(from.where, period.where, applies[state]),
        })),
      ),
    );
    return { sides: sides.filter(({ where }) => where !== FALSE), not: no };
  }

  /** What a value comes down to, and where; `?` where a conditional leaves it open. */
  #terms(expr: Expr | undefined): readonly { readonly key: string | undefined; readonly where: Bdd }[] {
    if (expr === undefined) return [{ key: undefined, where: TRUE }];
    const { bdds } = this.#worlds;
    const terms = this.#worlds.values(expr).map(({ value, where }) => ({
      key:
        typeof value.literal === "string" && value.fact === undefined
          ? canonical(parsePeriod(value.literal))
          : value.key,
      where,
    }));
    const open = bdds.not(bdds.or(...terms.map(({ where }) => where)));
    return [...terms, { key: "?", where: open }];
  }

  #read(expr: Expr | undefined): Pair {
    const pair = this.#worlds.read(expr);
    if (pair === undefined) throw new TypeError("a condition that is no condition");
    return pair;
  }

  #merged<T>(outcomes: readonly Outcome<T>[]): readonly Outcome<T>[] {
    const found = new Map<string, Outcome<T>>();
    for (const one of outcomes) {
      if (one.where === FALSE) continue;
      const known = found.get(one.key);
      found.set(
        one.key,
        known === undefined
          ? one
          : {
              ...known,
              where: this.#worlds.bdds.or(known.where, one.where),
              because: [...new Set([...known.because, ...one.because])],
            },
      );
    }
    return [...found.values()];
  }
}

const ALWAYS: Pair = { yes: TRUE, no: FALSE };
