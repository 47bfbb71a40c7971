/** Random facts, slot by slot, also such as no history gives: the laws hold of any of them. */
import { definitionOf, FACT_NAMES, type Facts, type Slot } from "@proviso/core/facts";
import fc from "fast-check";
import { ACCOUNT, CHAT, instantNear, type Words } from "./generate-history.ts";

/** @param known how much of it is known: 1 for every slot */
export function arbitraryFacts(words: Words, known = 0.8): fc.Arbitrary<Facts> {
  const instant = instantNear(words);
  return fc
    .record({
      slots: fc.tuple(...FACT_NAMES.map((name) => slot(name, words, instant, known))),
      at: instant,
      item: fc.boolean(),
      acknowledged: fc.subarray([...words.documents]),
      complete: fc.boolean(),
    })
    .map(({ slots, at, item, acknowledged, complete }) => ({
      account: ACCOUNT,
      conversation: CHAT,
      item: item ? "i" : undefined,
      at,
      known: Number.POSITIVE_INFINITY,
      exists: true,
      slots: slots.with(FACT_NAMES.indexOf("query.at"), at),
      because: [],
      acknowledged: { at: new Map(acknowledged.map((document) => [document, at])), complete },
      holds: [],
      holdsComplete: true,
      runs: [],
    }));
}

function slot(
  name: (typeof FACT_NAMES)[number],
  words: Words,
  instant: fc.Arbitrary<number>,
  known: number,
): fc.Arbitrary<Slot> {
  const { optional } = definitionOf(name);
  const weight = Math.round(known * 100);
  return fc.oneof(
    { weight: 100 - weight, arbitrary: fc.constant(undefined) },
    {
      weight,
      arbitrary: optional
        ? fc.oneof(valueFor(name, words, instant), fc.constant(null))
        : valueFor(name, words, instant),
    },
  );
}

function valueFor(
  name: (typeof FACT_NAMES)[number],
  { plans, surfaces }: Words,
  instant: fc.Arbitrary<number>,
): fc.Arbitrary<Slot> {
  const { type, values } = definitionOf(name);
  if (values !== undefined) return fc.constantFrom(...values);
  if (name === "conversation.plan" || name === "account.plan") return fc.constantFrom(...plans);
  if (name === "conversation.surface") return fc.constantFrom(...surfaces);
  switch (type) {
    case "bool":
      return fc.boolean();
    case "timestamp":
      return instant;
    case "duration":
      return fc.constantFrom("P30D", "P1Y", "P18M");
    case "string":
      return fc.constantFrom("US", "UK", "EEA", "CH", "KR", "DE");
  }
}
