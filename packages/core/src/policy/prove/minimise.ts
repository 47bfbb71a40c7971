/**
 * A broken claim -> the plainest facts that break it, the same each time
 *
 * Facts are settled in the order of the vocabulary, each to the first of its values that still lets
 * the claim break: ordinary, none, the others, unknown last. Then how instants lie, pair by pair; then
 * the dates. A solver's own model would differ from run to run.
 */
import type { Slot } from "../../facts/facts.ts";
import type { Found, Search } from "./search.ts";
import { sidesOf } from "./shapes.ts";

/** Choices in order of preference; one of them is always possible. */
type Choice = readonly string[];

const MOST_TRIES = 12;

/** Undefined where the solver gave no answer, or no dates were found. */
export async function minimise(search: Search): Promise<Found | undefined> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const settled = new Settled(search);
    if (!(await settled.first(search.terms))) return undefined;
    for (const term of search.wanted) await settled.try(term);
    if (!(await settled.all(choicesOf(search)))) return undefined;
    const { status, model } = await search.ask(settled.terms);
    if (status !== "sat") return undefined;
    const laid = search.lay(model);
    if (typeof laid === "object" && "values" in laid) {
      return search.facts(model, laid.values);
    }
    const wasLost = search.isLost;
    search.ruleOut(model, laid);
    search.isLost = wasLost;
  }
  return undefined;
}

function choicesOf(search: Search): readonly Choice[] {
  const { facts, discrete, instants, pairs } = search.space;
  const states = facts.map((fact): Choice => {
    const instant = instants.find((one) => one.fact === fact);
    const values: readonly Slot[] =
      instant === undefined
        ? (discrete.find((one) => one.fact === fact)?.values ?? [])
        : [
            ...instant.absent.filter((one) => one === null),
            "there",
            ...instant.absent.filter((one) => one !== null),
          ];
    return values.map((value) => search.stateTerm(fact, value));
  });
  // Facts first, then orders: how two instants lie matters only where both are there.
  return [
    ...states,
    ...pairs.map((pair, index) => sidesOf(pair).map((side) => search.sideTerm(index, side))),
  ];
}

class Settled {
  readonly terms: string[] = [];
  readonly #search: Search;

  constructor(search: Search) {
    this.#search = search;
  }

  /** Settles on the first of these that is possible; false where none is, or none is known to be. */
  async first(choices: Choice): Promise<boolean> {
    for (const choice of choices) {
      const answer = await this.#possible([choice]);
      if (answer === undefined) return false;
      if (answer) return true;
    }
    return false;
  }

  async try(term: string): Promise<void> {
    await this.#possible([term]);
  }

  /** All to their first choice at once where that is possible; else by halves, which comes to the same. */
  async all(choices: readonly Choice[]): Promise<boolean> {
    const preferred = choices.flatMap((one) => one.slice(0, 1));
    const answer = choices.length === 0 ? true : await this.#possible(preferred);
    if (answer === undefined) return false;
    if (answer) return true;
    const [only] = choices;
    if (choices.length === 1 && only !== undefined) return this.first(only.slice(1));
    const middle = choices.length >> 1;
    return (await this.all(choices.slice(0, middle))) && (await this.all(choices.slice(middle)));
  }

  async #possible(terms: readonly string[]): Promise<boolean | undefined> {
    const { status } = await this.#search.ask([...this.terms, ...terms]);
    if (status === "unknown") return undefined;
    if (status === "sat") this.terms.push(...terms);
    return status === "sat";
  }
}
