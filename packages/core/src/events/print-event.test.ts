import fc from "fast-check";
import { expect, test } from "vitest";
import { event } from "../../test/generate-event.ts";
import type { Event } from "./event.ts";
import { parseEvent } from "./parse-event.ts";
import { printEvent } from "./print-event.ts";

test("an event printed and parsed again is the same event", () => {
  fc.assert(
    fc.property(event, (one) => {
      const text = JSON.stringify(printEvent(one));
      expect(parseEvent(JSON.parse(text), {})).toEqual(one);
    }),
    { numRuns: 1000 },
  );
});

test("a foreign event comes back as the same JSON, whatever it holds", () => {
  const foreign = fc.record({
    specversion: fc.constant("1.0"),
    id: fc.string({ minLength: 1 }),
    source: fc.string({ minLength: 1 }),
    type: fc.constantFrom("proviso.choice.renamed", "com.example.thing", "choice"),
    subject: fc.anything().filter((value) => value !== undefined),
    extra: fc.jsonValue(),
  });
  fc.assert(
    fc.property(foreign, (one) => {
      const text = JSON.stringify(one);
      expect(JSON.stringify(printEvent(parseEvent(JSON.parse(text), {})))).toBe(text);
    }),
  );
});

const BEGINNING: readonly Event[] = [
  {
    id: "complete",
    source: "test",
    type: "log-complete",
    account: undefined,
    conversation: undefined,
    at: 0,
    recorded: 0,
    data: { kinds: ["*"] },
  },
  {
    id: "plan",
    source: "test",
    type: "account.plan-changed",
    account: "",
    conversation: undefined,
    at: 0,
    recorded: 0,
    data: { plan: "pro" },
  },
];

test.each(BEGINNING)("$type may hold from the beginning", (one) => {
  expect(parseEvent(JSON.parse(JSON.stringify(printEvent(one))), {})).toEqual(one);
});
