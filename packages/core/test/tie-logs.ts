/** Logs whose events meet at one instant, where chance seldom puts them. */
import type { Event, EventData, EventType } from "../src/events/event.ts";

const NOON = Date.UTC(2025, 5, 1, 12);
const HOUR = 3_600_000;

function told(...events: readonly (readonly [EventType, number, EventData[EventType]])[]): readonly Event[] {
  return events.map(([type, hours, data], index) => {
    const at = NOON + hours * HOUR;
    const conversation = type === "conversation.created" ? "c" : undefined;
    const account = type === "log-complete" ? undefined : "a";
    return {
      id: `${index}`,
      source: "urn:one",
      type,
      account,
      conversation,
      at,
      recorded: at,
      data,
    } as Event;
  });
}

const LISTED = ["log-complete", -9, { kinds: ["*"] }] as const;

export const TIE_LOGS: readonly (readonly Event[])[] = [
  // Begun as the account moved: taken along.
  told(["account.moved", 0, { to: "team", data: "moved" }], ["conversation.created", 0, { plan: "free" }]),
  // Begun as one plan followed another, which a third has followed since.
  told(
    LISTED,
    ["account.plan-changed", -1, { plan: "free" }],
    ["account.plan-changed", 0, { plan: "pro" }],
    ["account.plan-changed", 1, { plan: "team" }],
    ["conversation.created", 0, {}],
  ),
  // Listed since the instant it began.
  told(["log-complete", 0, { kinds: ["choice.made", "item.added"] }], ["conversation.created", 0, {}]),
];
