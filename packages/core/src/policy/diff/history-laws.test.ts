/** Laws that comparisons rely on, held against the fold of random histories. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { event as anyEvent } from "../../../test/generate-event.ts";
import type { Event } from "../../events/event.ts";
import { REACH } from "../../events/subject.ts";
import { foldAccount } from "../../facts/account.ts";
import { derive } from "../../facts/derive.ts";
import { deriveItem } from "../../facts/derive-item.ts";
import type { Facts } from "../../facts/facts.ts";
import { indexEvents } from "../../facts/log.ts";
import { factsOf } from "../expr.ts";
import { printExpr } from "../print-expr.ts";
import { evaluate, truthOf } from "../spec/evaluate.ts";
import { historyLaws } from "./history-laws.ts";

const DAY = 86_400_000;
const FIRST = Date.UTC(2025, 0, 1);
const ASKED = FIRST + 20 * DAY;
const COMPLETE = { kinds: ["*"] };

/** What half of the events are about, so that they meet. */
const ONE: Readonly<Partial<Record<Event["type"], object>>> = {
  "choice.made": { purpose: "train-general" },
  "hold.placed": { hold: "h", scope: {} },
  "hold.released": { hold: "h" },
};

/** Of one account and chat, on few days, so that what happens meets. */
const history = fc
  .array(fc.tuple(anyEvent, fc.nat(25), fc.nat(6), fc.boolean()), { minLength: 4, maxLength: 40 })
  .map((events) =>
    events.map(([event, day, late, isCommon], index): Event => {
      const isChat = REACH[event.type].includes("conversation");
      const at = FIRST + day * DAY;
      const data = isCommon ? { ...event.data, ...ONE[event.type] } : event.data;
      return {
        ...event,
        id: `e${index}`,
        account: "a",
        conversation: isChat ? "c" : undefined,
        at,
        recorded: at + Math.max(0, late - 3) * DAY,
        data,
      } as unknown as Event;
    }),
  );

function factsOfHistory(events: readonly Event[], complete: boolean): readonly Facts[] {
  const whole = { type: "log-complete", id: "whole", source: "urn:test", account: undefined };
  const listed = {
    ...whole,
    conversation: undefined,
    at: 0,
    recorded: 0,
    data: COMPLETE,
  } as unknown as Event;
  const log = indexEvents(complete ? [...events, listed] : events);
  const account = log.accounts.get("a") ?? { account: "a", events: [], conversations: new Map() };
  const state = foldAccount(log, account, ASKED, Number.POSITIVE_INFINITY);
  const chat: readonly Event[] = account.conversations.get("c") ?? [];
  const facts = derive(state, "c", chat);
  const items = chat.filter((one) => one.type === "item.added").filter((one) => one.at <= ASKED);
  return [facts, ...items.map((item) => deriveItem(facts, item))];
}

describe("what holds of every history", () => {
  it("is never false for the facts that events give", () => {
    const laws = historyLaws();
    const tested = new Map(laws.map((law) => [law, 0]));
    fc.assert(
      fc.property(history, fc.boolean(), (events, complete) => {
        for (const { slots } of factsOfHistory(events, complete)) {
          for (const law of laws) {
            if (truthOf(law, slots) === false) expect(printExpr(law)).toBe("never false");
            const mentioned = factsOf(law).map((name) => evaluate({ kind: "fact", name }, slots));
            if (mentioned.every((slot) => slot !== undefined && slot !== null)) {
              tested.set(law, (tested.get(law) ?? 0) + 1);
            }
          }
        }
      }),
      { numRuns: 1_500 },
    );
    // Where all facts have a value the law says something; two that exclude each other never have.
    const idle = [...tested].filter(([, count]) => count === 0).map(([law]) => printExpr(law));
    expect(idle).toEqual(["!has(hold.placedAt) || !has(hold.releasedAt)"]);
  });
});
