import type { Event } from "../src/events/event.ts";

/**
 * Many logs as one, for engines in which each query is dear: what concerns all accounts is taken from the
 * first, and the names of the others are their own.
 */
export function together(logs: readonly (readonly Event[])[]): readonly Event[] {
  return logs
    .flatMap((events, number) =>
      number === 0 ? events : events.flatMap((event) => apart(event, `${number} `)),
    )
    .toSorted((a, b) => a.recorded - b.recorded || a.at - b.at);
}

function apart(event: Event, prefix: string): readonly Event[] {
  const { account: whose, conversation: where } = event;
  if (whose === undefined && where === undefined) return [];
  const own = (name: string): string => prefix + name;
  const data = JSON.parse(JSON.stringify(event.data), (key, value: unknown) => {
    if (key === "account" && typeof value === "string") return own(value);
    if ((key === "includes" || key === "conversations") && Array.isArray(value)) return value.map(own);
    return value;
  }) as object;
  return [
    {
      ...event,
      id: own(event.id),
      account: whose === undefined ? undefined : own(whose),
      conversation: where === undefined ? undefined : own(where),
      data,
    } as Event,
  ];
}
