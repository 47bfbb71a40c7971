/**
 * Diagrams -> facts that lie in them
 *
 * Diagrams know nothing of calendars, so that worlds are too many. Each path that turns out to be
 * none becomes a law that later diagrams are held against: what is empty at last is proved empty.
 */
import type { Slot } from "../../facts/facts.ts";
import { definitionOf, FACT_NAMES, type FactName } from "../../facts/vocabulary.ts";
import type { Atom } from "../atoms.ts";
import { type Bdd, FALSE, TRUE } from "../bdd.ts";
import type { Worlds } from "../worlds.ts";
import { type Instants, instantsOf } from "./instants.ts";
import { ordinarySlot, ordinaryValue } from "./ordinary.ts";
import { cheapest, type Path, type Point, pointOf } from "./point.ts";
import { type Texts, textsOf } from "./texts.ts";
import { neverTogether } from "./theory.ts";

/** `none` is proved; `not found` says only that the search gave up. */
export type Witness = { readonly slots: readonly Slot[] } | "none" | "not found";

/** Paths that fit but do not show what was asked for, before the search gives up. */
const MOST_MISSES = 12;
/** The same over all searches: past it each search gives up at once. */
const MOST_MISSES_IN_ALL = 200;
/** Impossible paths that one search may find out. */
const MOST_LAWS = 3_000;

export class Witnesses {
  readonly #worlds: Worlds;
  #possible: Bdd;
  #misses = 0;

  /**
   * @param worlds with all conditions read: later ones would not be held against each other
   * @param also what holds beside what holds in every world
   */
  constructor(worlds: Worlds, also: Bdd = TRUE) {
    this.#worlds = worlds;
    const { bdds, meanings } = worlds;
    let possible = bdds.and(worlds.constraints(), also);
    for (const never of neverTogether(meanings)) {
      const said = [...never.keys()].flatMap((variable) => factsOf(meanings[variable]));
      possible = bdds.and(possible, bdds.not(this.#all(whereThere(never, said, meanings))));
    }
    this.#possible = possible;
  }

  /** What is possible, as far as it has been found out; it shrinks as diagrams are searched. */
  get possible(): Bdd {
    return this.#possible;
  }

  /**
   * Facts in `where`, with as little out of the ordinary as possible; the same each time.
   * @param shows whether these facts show what is asked for, by the reference evaluator
   * @throws TooLarge
   */
  find(where: Bdd, shows: (slots: readonly Slot[]) => boolean): Witness {
    const { bdds, meanings } = this.#worlds;
    let [left, misses, laws] = [where, 0, 0];
    for (;;) {
      left = bdds.and(left, this.#possible);
      const path = cheapest(bdds, meanings, left);
      if (path === undefined) return misses === 0 ? "none" : "not found";
      const found = slotsOf(pointOf(path, meanings));
      if ("slots" in found && shows(found.slots)) return { slots: found.slots };
      if ("never" in found) {
        this.#possible = bdds.and(this.#possible, bdds.not(this.#all(found.never)));
        laws += 1;
        if (laws > MOST_LAWS) return "not found";
        continue;
      }
      misses += 1;
      this.#misses += 1;
      if (misses > MOST_MISSES || this.#misses > MOST_MISSES_IN_ALL) return "not found";
      left = bdds.and(left, bdds.not(this.#all(path)));
    }
  }

  #all(path: Path): Bdd {
    const { bdds } = this.#worlds;
    const parts = [...path].sort(([a], [b]) => a - b);
    return parts.reduceRight((all: Bdd, [variable, value]) => {
      const one = bdds.variable(variable);
      return value ? bdds.choose(one, all, FALSE) : bdds.choose(one, FALSE, all);
    }, TRUE);
  }
}

type Found =
  | { readonly slots: readonly Slot[] }
  /** Variables that can never be so all at once. */
  | { readonly never: Path }
  | { readonly lost: true };

function slotsOf(point: Point): Found {
  const isThere = (fact: FactName): boolean =>
    !point.unknown.has(fact) && (!definitionOf(fact).optional || point.present.has(fact));
  const texts = textsOf(point, isThere);
  if ("conflict" in texts) return { never: conflictOf(texts, point) };
  const instants = instantsOf(point, isThere);
  if (instants === "not found") return { lost: true };
  if ("conflict" in instants) return { never: conflictOf(instants, point) };
  const holding = new Set<FactName>();
  for (const [variable, value] of point.path) {
    const atom = point.meanings[variable];
    if (atom?.kind === "holds" && value) holding.add(atom.fact);
  }
  return {
    slots: FACT_NAMES.map((fact): Slot => {
      if (point.unknown.has(fact)) return undefined;
      if (!isThere(fact)) return ordinarySlot(fact) === null ? null : ordinaryValue(fact);
      if (definitionOf(fact).type === "bool") return holding.has(fact);
      return instants.values.get(fact) ?? texts.values.get(fact) ?? ordinaryValue(fact);
    }),
  };
}

type Conflict = Extract<Texts | Exclude<Instants, string>, { conflict: unknown }>;

function conflictOf({ conflict, facts }: Conflict, { path, meanings }: Point): Path {
  const never = new Map(conflict.map((variable) => [variable, path.get(variable) ?? false]));
  return whereThere(never, facts, meanings);
}

/** What is said of facts counts only where they are known and there. */
function whereThere(path: Path, facts: readonly FactName[], meanings: readonly Atom[]): Path {
  const there = new Map(path);
  meanings.forEach((atom, variable) => {
    if ((atom.kind === "known" || atom.kind === "has") && facts.includes(atom.fact))
      there.set(variable, true);
  });
  return there;
}

function factsOf(atom: Atom | undefined): readonly FactName[] {
  if (atom === undefined) return [];
  if (!("left" in atom)) return [atom.fact];
  return [atom.left.fact, atom.right.fact].filter((fact) => fact !== undefined);
}
