/** Arbitrary timelines that hold no contradiction. */
import fc from "fast-check";
import { contradictions } from "../src/events/contradictions.ts";
import { PURPOSES } from "../src/events/event.ts";
import { printTime } from "../src/events/time.ts";
import { SECTION_NAMES, type Timeline } from "../src/events/timeline.ts";
import { FEEDBACK_KINDS } from "../src/sources/conversation.ts";
import { holdScope } from "./generate-event.ts";

/** Names that YAML could take for something else, and that a writer must quote. */
const text = fc.oneof(
  fc.uuid(),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    "true",
    "null",
    "~",
    "0123",
    "1.10",
    "2025-10-08",
    "on",
    "- a",
    "a: b",
    "#x",
    " y ",
    "'",
    '"',
    "{",
    "\t",
    "*a",
    "!t",
    "\n",
  ),
);

const dates = fc
  .tuple(
    fc.integer({ min: 1990, max: 9998 }),
    fc.integer({ min: 0, max: 365 }),
    fc.option(fc.nat(86_399_999)),
  )
  .map(([year, day, time]) => {
    const at = Date.UTC(year, 0, 1 + day);
    return time === null ? printTime(at).slice(0, 10) : printTime(at + time);
  });

function list<T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(one, { maxLength: 3 });
}

function entry<T extends object>(
  required: { [K in keyof T]: fc.Arbitrary<T[K]> },
  optional: Readonly<Record<string, fc.Arbitrary<unknown>>> = {},
): fc.Arbitrary<T> {
  return fc.record({ ...required, ...optional } as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: Object.keys(required),
  }) as fc.Arbitrary<T>;
}

const region = fc.constantFrom("US", "UK", "CH", "EEA-DE", "BR");
const flag = fc.boolean();

const any = fc.record(
  {
    account: text,
    product: fc.constantFrom("vendor/product", "a-1/b-2"),
    signedUp: dates,
    minor: flag,
    region: fc.oneof(region, fc.array(entry({ from: dates, region }), { minLength: 1, maxLength: 3 })),
    plan: fc.oneof(text, fc.array(entry({ from: dates, plan: text }), { minLength: 1, maxLength: 3 })),
    credentials: list(entry({ from: dates, credential: fc.constantFrom("login", "api-key", "cloud") })),
    terms: list(entry({ document: text, acknowledged: dates })),
    notices: list(
      entry(
        { shown: dates },
        {
          notice: text,
          surface: text,
          dialog: fc.constantFrom("pass", "fail"),
          language: fc.constantFrom("en", "de-CH"),
        },
      ),
    ),
    choices: list(
      entry(
        { at: dates, purpose: fc.constantFrom(...PURPOSES), choice: fc.constantFrom("granted", "refused") },
        {
          surface: text,
          notice: text,
          before: fc.constantFrom("on", "off", "none"),
          validFor: fc.constantFrom("P1Y", "P90D"),
          explicit: flag,
        },
      ),
    ),
    objections: list(entry({ at: dates }, { basis: text, withdrawn: dates })),
    moves: list(entry({ at: dates, to: text, data: fc.constantFrom("moved", "kept", "deleted", "left") })),
    deletions: list(
      fc.oneof(entry({ conversation: text, at: dates }), entry({ account: fc.constant(true), at: dates })),
    ),
    feedback: list(
      entry(
        { conversation: text, at: dates, kind: fc.constantFrom(...FEEDBACK_KINDS) },
        { rating: text, item: text },
      ),
    ),
    flags: list(entry({ conversation: text, at: dates }, { cleared: dates })),
    holds: list(entry({ hold: text, placed: dates }, { released: dates, scope: holdScope })),
    organisation: fc.record(
      { retention: fc.constantFrom("none", "P90D"), optedIn: flag, since: dates, terminated: dates },
      { requiredKeys: [] },
    ),
    complete: fc.subarray([...SECTION_NAMES]),
  },
  { requiredKeys: ["product"] },
) as fc.Arbitrary<Timeline>;

/** Sections that clash are taken out, one by one. */
export const timeline: fc.Arbitrary<Timeline> = any.map((one) => {
  let left = one;
  for (let [found] = contradictions(left); found !== undefined; [found] = contradictions(left)) {
    const key = String(found.path[0]);
    left = Object.fromEntries(Object.entries(left).filter(([name]) => name !== key)) as Timeline;
  }
  return left;
});
