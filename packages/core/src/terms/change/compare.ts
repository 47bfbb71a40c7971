/** Facts of two versions -> **axis changes** -> direction, impact, regulation, summary */
import type { AxisFact, AxisValues } from "../axes/axis.ts";
import type { Succession } from "../provisions/provision.ts";
import { IDENTITY, KIN, SIDE_BY_SIDE } from "./data/identity.ts";
import { type Directed, directionOf, isCovered, isStillSaid } from "./direction.ts";
import type { AxisChange } from "./terms-change.ts";

/**
 * What differs on the axes. Facts with the same values are no change, however their clause was reworded or
 * moved; a fact stated in two clauses counts once. Facts are matched by axis and identity (`data/identity.ts`),
 * and where that differs by the provision that survived.
 *
 * Changes come in the order of the text after, then what was removed in the order of the text before.
 */
export function compareFacts(
  before: readonly AxisFact[],
  after: readonly AxisFact[],
  succession: readonly Succession[],
): readonly AxisChange[] {
  const same = new Set(after.map(keyOf));
  const known = new Set(before.map(keyOf));
  const unmoved = unmovedOf(succession);
  const isTold = (fact: AxisFact): boolean => fact.basis === "rule" || !unmoved.has(fact.provision);
  const gone = once(before).filter((fact) => !same.has(keyOf(fact)) && isTold(fact));
  const come = once(after).filter((fact) => !known.has(keyOf(fact)) && isTold(fact));

  const partner = pair(gone, come, sourcesOf(succession));
  const taken = new Set(partner.values());
  return [
    ...come.map((fact) => changeOfFact(partner.get(fact), fact, before)),
    ...gone.filter((fact) => !taken.has(fact)).map((fact) => changeOfFact(fact, undefined, after)),
  ];
}

/** `others`: of the other version, if the fact is of one alone. */
function changeOfFact(
  before: AxisFact | undefined,
  after: AxisFact | undefined,
  others: readonly AxisFact[],
): AxisChange {
  const fact = after ?? before;
  if (fact === undefined) throw new TypeError("a change has a fact on one side at least");
  const kind = before === undefined ? "added" : after === undefined ? "removed" : "changed";
  const covered = (why: string): Directed => ({ direction: "neutral", why });
  const directed =
    kind !== "changed" && isCovered(fact.axis, fact.values, others)
      ? covered("covered by a wider permission")
      : kind === "removed" && isStillSaid(fact.axis, fact.values, others)
        ? covered("gone here, and still said elsewhere")
        : directionOf(fact.axis, before?.values, after?.values);
  return { axis: fact.axis, kind, before, after, ...directed };
}

/** Best evidence of each fact: the surest, then the first in the text. In the order of the text. */
function once(facts: readonly AxisFact[]): readonly AxisFact[] {
  const best = new Map<string, AxisFact>();
  for (const fact of [...facts].sort((a, b) => b.confidence - a.confidence || a.start - b.start)) {
    const key = keyOf(fact);
    if (!best.has(key)) best.set(key, fact);
  }
  return [...best.values()].sort((a, b) => a.start - b.start);
}

/** The one after to the one before. The closest pairs first, so that of several the likeliest meet. */
function pair(
  gone: readonly AxisFact[],
  come: readonly AxisFact[],
  sources: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<AxisFact, AxisFact> {
  const candidates: { readonly from: AxisFact; readonly to: AxisFact; readonly close: number }[] = [];
  const byIdentity = Map.groupBy(gone, identityKey);
  const byProvision = Map.groupBy(gone, (fact) => fact.provision);
  for (const to of come) {
    const linked = new Set((sources.get(to.provision) ?? []).flatMap((id) => byProvision.get(id) ?? []));
    for (const from of new Set([...(byIdentity.get(identityKey(to)) ?? []), ...linked])) {
      const close = closeness(from, to, linked.has(from));
      if (close > 0) candidates.push({ from, to, close });
    }
  }
  candidates.sort((a, b) => b.close - a.close || a.to.start - b.to.start || a.from.start - b.from.start);
  const partner = new Map<AxisFact, AxisFact>();
  const taken = new Set<AxisFact>();
  for (const { from, to } of candidates) {
    if (partner.has(to) || taken.has(from)) continue;
    partner.set(to, from);
    taken.add(from);
  }
  return partner;
}

/** 0: not the same fact. The same identity outweighs the same provision, and that any number of values. */
function closeness(from: AxisFact, to: AxisFact, isLinked: boolean): number {
  if (from.axis !== to.axis) return 0;
  const [before, after] = [identityOf(from), identityOf(to)];
  const isSame = before.every((value, index) => value === after[index]);
  const isShared = before.some((value, index) => value !== null && value === after[index]);
  if (!isSame && (!isLinked || SIDE_BY_SIDE.has(to.axis) || !isShared)) return 0;
  const equal = Object.keys(to.values).filter((field) => to.values[field] === from.values[field]).length;
  return (isSame ? 10_000 : 0) + (isLinked ? 1_000 : 0) + equal + 1;
}

function identityOf({ axis, values }: AxisFact): readonly (AxisValues[string] | null)[] {
  return IDENTITY[axis].map((field) => {
    const value = values[field] ?? null;
    return KIN[axis]?.[String(value)] ?? value;
  });
}

function identityKey(fact: AxisFact): string {
  return JSON.stringify([fact.axis, ...identityOf(fact)]);
}

function keyOf(fact: AxisFact): string {
  return `${fact.axis} ${valuesKey(fact.values)}`;
}

function valuesKey(values: AxisValues): string {
  return JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** By provision after: those before that it is, or is made of. */
function sourcesOf(succession: readonly Succession[]): ReadonlyMap<string, readonly string[]> {
  const pairs = succession.flatMap(({ before, after }) =>
    after.map(({ id }): [string, readonly string[]] => [id, before.map((one) => one.id)]),
  );
  return new Map(pairs);
}

/**
 * Ids of clauses whose text did not change. What a model reads in them differs only by what stands around
 * them, and the vendor did not say anything new there; a rule may follow a list's changed lead-in.
 */
function unmovedOf(succession: readonly Succession[]): ReadonlySet<string> {
  const still = succession.filter(({ fate }) => fate === "same" || fate === "moved");
  return new Set(still.flatMap(({ before, after }) => [...before, ...after].map(({ id }) => id)));
}
