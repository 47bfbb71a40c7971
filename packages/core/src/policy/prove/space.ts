/**
 * Claim -> the classes of facts that its conditions can tell apart -> enumerate, solve
 *
 * A text is one of those it is compared with, or another; instants lie before, at or after each
 * other, as far as they are compared. Beyond that, facts of one class are answered alike.
 */
import type { Slot } from "../../facts/facts.ts";
import { definitionOf, FACT_NAMES, type FactName } from "../../facts/vocabulary.ts";
import type { InstantPair, SmtScript } from "../compile/smt-script.ts";
import { ordinaryValue } from "../witness/ordinary.ts";

/** A fact without an order: its values, the ordinary one first, a none, unknown last. */
export interface Discrete {
  readonly fact: FactName;
  readonly values: readonly Slot[];
}

/** A timestamp: what it may be where it is not there. */
export interface Instant {
  readonly fact: FactName;
  readonly absent: readonly (null | undefined)[];
}

export interface Space {
  /** In the order of the vocabulary, as are the two lists. */
  readonly facts: readonly FactName[];
  readonly discrete: readonly Discrete[];
  readonly instants: readonly Instant[];
  readonly pairs: readonly InstantPair[];
}

/** @param script into which the claim has been written */
export function spaceOf(script: SmtScript): Space {
  const facts = FACT_NAMES.filter((name) => script.facts.has(name));
  const isInstant = (fact: FactName): boolean => definitionOf(fact).type === "timestamp";
  return {
    facts,
    discrete: facts
      .filter((fact) => !isInstant(fact))
      .map((fact) => ({ fact, values: valuesOf(fact, script) })),
    instants: facts
      .filter(isInstant)
      .map((fact) => ({ fact, absent: fact === "query.at" ? [] : absences(fact) })),
    pairs: script.pairs,
  };
}

function absences(fact: FactName): readonly (null | undefined)[] {
  return definitionOf(fact).optional ? [null, undefined] : [undefined];
}

function valuesOf(fact: FactName, script: SmtScript): readonly Slot[] {
  const { type, optional } = definitionOf(fact);
  const values: readonly Slot[] = type === "bool" ? [false, true] : textsOf(fact, script);
  return optional ? [null, ...values, undefined] : [...values, undefined];
}

/** Those it is compared with and, where there are any, as many others as there are facts it is compared with. */
function textsOf(fact: FactName, script: SmtScript): readonly string[] {
  const { type, values } = definitionOf(fact);
  const alike = twinsOf(fact, script);
  const closed = alike.filter((one) => one !== fact).flatMap((one) => definitionOf(one).values ?? []);
  const named = new Set([...alike.flatMap((one) => [...script.comparedWith(one)]), ...closed]);
  const usual = String(ordinaryValue(fact));
  if (values !== undefined) {
    const others = values.filter((one) => !named.has(one));
    const kept =
      alike.length > 1 ? values : [...values.filter((one) => named.has(one)), ...firstOf(others, usual)];
    return usualFirst(kept, usual);
  }
  const others = Array.from({ length: alike.length }, (_, index) => otherText(index, type, named, usual));
  return usualFirst([...new Set([...named, ...others])], usual);
}

/** The ordinary one, if it is among them. */
function firstOf(others: readonly string[], usual: string): readonly string[] {
  return others.includes(usual) ? [usual] : others.slice(0, 1);
}

function usualFirst(values: readonly string[], usual: string): readonly string[] {
  return values.includes(usual) ? [usual, ...values.filter((one) => one !== usual)] : values;
}

/** A text, or a period, that no condition names. */
export function otherText(index: number, type: string, named: ReadonlySet<string>, usual: string): string {
  const candidates = [usual];
  for (let count = 1; candidates.filter((one) => !named.has(one)).length <= index; count += 1) {
    candidates.push(type === "duration" ? `P${count}D` : count === 1 ? "another" : `another-${count}`);
  }
  const free = [...new Set(candidates)].filter((one) => !named.has(one));
  return free[index] ?? `another-${named.size + index + 2}`;
}

/** Facts that it is compared with, and those that these are compared with; itself among them. */
function twinsOf(fact: FactName, script: SmtScript): readonly FactName[] {
  const found = new Set<FactName>([fact]);
  for (const one of found) {
    for (const [a, b] of script.twins) {
      if (a === one) found.add(b);
      if (b === one) found.add(a);
    }
  }
  return [...found];
}

/** Too many patterns of what is there to count them. */
const MOST_PATTERNS = 1 << 16;

/**
 * Not fewer classes than there are; Infinity where they are too many to count.
 * `shapes`: how many ways there are to lay out the instants, which cost most.
 */
export function estimate({ discrete, instants, pairs }: Space): {
  readonly classes: number;
  readonly shapes: number;
} {
  const texts = discrete.reduce((product, { values }) => product * values.length, 1);
  const movable = instants.filter(({ absent }) => absent.length > 0);
  if (2 ** movable.length > MOST_PATTERNS)
    return { classes: Number.POSITIVE_INFINITY, shapes: Number.POSITIVE_INFINITY };
  let [classes, shapes] = [0, 0];
  for (const present of patterns(instants)) {
    const ways = 3 ** pairs.filter((pair) => isWithin(pair, present)).length;
    const absent = instants.filter(({ fact }) => !present.has(fact));
    shapes += ways;
    classes += ways * absent.reduce((product, one) => product * one.absent.length, 1);
  }
  return { classes: classes * texts, shapes };
}

/** Sets of instants that are there; with few of them first. */
export function patterns(instants: readonly Instant[]): readonly ReadonlySet<FactName>[] {
  let found: readonly (readonly FactName[])[] = [[]];
  for (const { fact, absent } of instants) {
    const withFact = found.map((set) => [...set, fact]);
    found = absent.length === 0 ? withFact : found.concat(withFact);
  }
  return [...found].sort((a, b) => a.length - b.length).map((set) => new Set(set));
}

export function isWithin({ left, right }: InstantPair, present: ReadonlySet<FactName>): boolean {
  return [left.fact, right.fact].every((fact) => fact === undefined || present.has(fact));
}
