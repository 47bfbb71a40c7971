/**
 * Small logs in which everything meets: ties in time, lapses, corrections, partial completeness, holds of
 * every reach, participants, copies of one event.
 */
import fc from "fast-check";
import type { Event, HoldScope } from "../src/events/event.ts";
import type { FactsNeeds } from "../src/facts/needs.ts";
import {
  BEGINNING,
  DAY,
  DOCUMENTS,
  eventOf,
  HOLDS,
  LOG_INSTANTS,
  often,
  scope,
  THEMES,
} from "./generate-log-event.ts";

/**
 * Events in the order in which they were recorded. An id comes twice where a copy was recorded later, with
 * other contents or the same.
 */
const any: fc.Arbitrary<readonly Event[]> = fc
  .record({
    theme: fc.constantFrom(...THEMES),
    size: fc.integer({ min: 4, max: 24 }),
    isListed: often([true, false]),
  })
  .chain(({ theme, size, isListed }) =>
    fc.array(fc.constantFrom(...theme).chain(eventOf), { minLength: size, maxLength: size }).chain((events) =>
      fc
        .array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.constantFrom(0, DAY)), { maxLength: 3 })
        .map((copies) => {
          const numbered = events.map((event, index) => ({
            ...event,
            id: `${event.id}${index % 7}${index}`,
          }));
          return [...numbered, ...copies.flatMap((copy) => copyOf(numbered, copy)), ...listed(isListed)];
        }),
    ),
  )
  .map((events) => named(events).toSorted((a, b) => a.recorded - b.recorded || a.at - b.at));

/** Without bias towards first and last values: it is what lies between instants that matters. */
export const log: fc.Arbitrary<readonly Event[]> = fc.noBias(any);

/** The first event about a conversation says whether it is named with its account: to mix is an error. */
function named(events: readonly Event[]): readonly Event[] {
  const first = new Map<string, string | undefined>();
  return events.map((event) => {
    const { conversation, account } = event;
    if (conversation === undefined) return event;
    if (!first.has(conversation)) first.set(conversation, account);
    const given = first.get(conversation);
    return given && account ? event : { ...event, account: given };
  });
}

/** The same event once more, or one that took its id, recorded later. */
function copyOf(
  events: readonly Event[],
  [of, like, delay]: readonly [number, number, number],
): readonly Event[] {
  const [one, other] = [events[of], events[like]];
  if (one === undefined || other === undefined) return [];
  if (delay === 0) return [one];
  return [{ ...other, id: one.id, source: one.source, recorded: one.recorded + delay }];
}

function listed(isListed: boolean): readonly Event[] {
  if (!isListed) return [];
  return [
    {
      id: "complete",
      source: "urn:one",
      type: "log-complete",
      account: undefined,
      conversation: undefined,
      at: BEGINNING,
      recorded: BEGINNING,
      data: { kinds: ["*"] },
    },
  ];
}

/** Mostly late, so that there is something to see. */
export const question: fc.Arbitrary<{ readonly at: number; readonly known: number | undefined }> = fc.record({
  at: often([Date.UTC(2026, 0, 1), ...LOG_INSTANTS], 1),
  known: often([undefined, ...LOG_INSTANTS]),
});

/** What a set may ask of the log beside the vocabulary. */
export const needs: fc.Arbitrary<FactsNeeds> = fc.record({
  acknowledged: fc.subarray([...DOCUMENTS]),
  holdScopes: fc.array(
    fc
      .array(fc.tuple(fc.constantFrom(...HOLDS), scope), { maxLength: 2 })
      .map((scopes): Readonly<Record<string, HoldScope>> => Object.fromEntries(scopes)),
    { maxLength: 2 },
  ),
});
