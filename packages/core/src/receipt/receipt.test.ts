/** Choices of an account, and the records that are made of them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProvisoError } from "../errors.ts";
import { type Event, parseEvent } from "../events/index.ts";
import { type MadeRecord, makeReceipts, parseController } from "./index.ts";

const YAML = `
id: https://vendor.example/
name: Example Ltd
address: 1 Example Quay, Dublin
contact: privacy@vendor.example
exercisedAt: https://vendor.example/privacy
jurisdiction: IE
law: gdpr
storage: { locations: [IE], duration: P5Y, deletion: P30D }
purposes: { train-general: { says: Improve our models } }
notices: { n-3: { language: en, date: 2025-10-08, sha256: "${"2f".repeat(32)}" } }
`;
const CONTROLLER = parseController(YAML, "controller.yaml");
const END = Date.parse("2027-01-01T00:00:00Z");

let serial = 0;
function event(
  type: string,
  time: string,
  data: object,
  more: { recorded?: string; account?: string } = {},
): Event {
  serial += 1;
  const { recorded = time, account = "a" } = more;
  const subject = `accounts/${account}`;
  const raw = {
    specversion: "1.0",
    id: `e-${serial}`,
    source: "urn:t",
    type: `proviso.${type}`,
    subject,
    time,
    recorded,
    data,
  };
  const parsed = parseEvent(raw, {});
  if ("foreign" in parsed) throw new Error("foreign");
  return parsed;
}

const choice = (time: string, answer: string, data: object = {}, more = {}): Event =>
  event("choice.made", time, { purpose: "train-general", choice: answer, ...data }, more);

function made(events: readonly Event[], at = END, known = END): readonly MadeRecord[] {
  return makeReceipts(events, CONTROLLER, { at, known, subjectOf: (account) => `p-${account}` });
}

const types = ({ record }: MadeRecord): readonly string[] =>
  record["dpv:hasConsentStatus"].map((one) => one["@type"][0] ?? "");

describe("a record of consent", () => {
  it("says who, what, when, on which notice, and what stood there before", () => {
    const [one] = made([
      event("notice.shown", "2025-10-08T09:00:00Z", { notice: "n-3", surface: "dialog", dialog: "pass" }),
      choice("2025-10-08T09:00:21Z", "granted", {
        notice: "n-3",
        surface: "dialog",
        before: "off",
        validFor: "P12M",
        explicit: true,
      }),
    ]);
    expect(one?.record).toMatchObject({
      "@type": "dpv:ConsentRecord",
      "dct:conformsTo": "https://w3id.org/dpv/schema/dpv-27560#record",
      "dpv:hasDataSubject": { "dct:identifier": "p-a" },
      "dpv:hasNotice": {
        "@id": "https://vendor.example/notice/n-3",
        "dct:language": "en",
        "proviso:sha256": "2f".repeat(32),
        "proviso:shownAt": "2025-10-08T09:00:00Z",
        "proviso:surface": "dialog",
        "proviso:auditVerdict": "pass",
      },
      "proviso:priorState": "off",
    });
    expect(one?.record["dpv:hasConsentStatus"]).toMatchObject([
      { "@type": ["dpv:ConsentRequested"], "dpv:isIndicatedAtTime": "2025-10-08T09:00:00Z" },
      {
        "@type": ["dpv:ConsentGiven", "dpv:ExplicitlyExpressedConsent"],
        "dpv:isIndicatedAtTime": "2025-10-08T09:00:21Z",
        "dpv:hasDuration": { "@type": "dpv:TemporalDuration", "rdf:value": "P12M" },
      },
    ]);
    expect(JSON.stringify(one?.record)).not.toContain('"a"');
  });

  it("invents nothing that was not recorded", () => {
    const [one] = made([choice("2026-01-01T00:00:00Z", "granted")]);
    expect(one?.record).toMatchObject({
      "dpv:hasNotice": {
        "@id": "https://vendor.example/notice/unknown",
        "dct:language": "und",
        "proviso:shownAt": "unknown",
        "proviso:surface": "unknown",
        "proviso:sha256": "unknown",
        "proviso:auditVerdict": "unknown",
      },
      "proviso:priorState": "unknown",
    });
    expect(one === undefined ? [] : types(one)).toEqual(["dpv:ConsentGiven"]);
  });

  it("is followed by others, and never changed", () => {
    const records = made([
      choice("2025-01-01T00:00:00Z", "granted", { validFor: "P6M" }),
      choice("2025-08-01T00:00:00Z", "granted"),
      choice("2025-09-01T00:00:00Z", "granted"),
      choice("2025-11-02T17:40:03Z", "refused"),
      choice("2026-01-01T00:00:00Z", "refused"),
    ]);
    expect(records.map(({ state }) => state)).toEqual([
      "given",
      "expired",
      "given",
      "renewed",
      "withdrawn",
      "refused",
    ]);
    const ids = records.map(({ record }) => record["@id"]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [index, { record }] of records.entries()) {
      expect(record["dct:replaces"]).toEqual(index === 0 ? undefined : { "@id": ids[index - 1] });
    }
    expect(records.map(types)).toEqual([
      ["dpv:ConsentGiven"],
      ["dpv:ConsentGiven", "dpv:ConsentExpired"],
      ["dpv:ConsentExpired", "dpv:ConsentGiven"],
      ["dpv:ConsentGiven", "dpv:RenewedConsentGiven"],
      ["dpv:RenewedConsentGiven", "dpv:ConsentWithdrawn"],
      ["dpv:ConsentWithdrawn", "dpv:ConsentRefused"],
    ]);
    expect(records[1]?.record["dpv:hasConsentStatus"].at(-1)?.["dpv:isIndicatedAtTime"]).toBe(
      "2025-07-01T00:00:00Z",
    );
  });

  it("counts the refusal of two choices at one instant", () => {
    const time = "2026-01-01T00:00:00Z";
    const states = made([choice(time, "refused"), choice(time, "granted")]).map(({ state }) => state);
    expect(states).toEqual(["given", "withdrawn"]);
  });

  it("says that somebody was asked only where they were, and by what", () => {
    const records = made([
      event("notice.shown", "2025-10-08T09:00:00Z", { notice: "n-3" }),
      choice("2025-10-08T09:00:21Z", "granted", { explicit: true }),
      choice("2025-11-02T00:00:00Z", "refused", { explicit: true }),
    ]);
    expect(records.map(types)).toEqual([
      ["dpv:ConsentRequested", "dpv:ConsentGiven"],
      ["dpv:ConsentGiven", "dpv:ConsentWithdrawn"],
    ]);
    const [first, second] = records;
    expect(JSON.stringify(first?.record)).toContain("A6-1-a-explicit-consent");
    expect(JSON.stringify(second?.record)).not.toContain("A6-1-a-explicit-consent");
    expect(second?.record["dpv:hasConsentStatus"].at(-1)?.["@type"]).toEqual(["dpv:ConsentWithdrawn"]);
    expect(second?.record["dpv:hasNotice"]["@id"]).toBe("https://vendor.example/notice/unknown");
  });

  it("is another one where more is known of what came before", () => {
    const events = [
      choice("2025-01-01T00:00:00Z", "granted", { validFor: "P6M" }),
      choice("2025-05-01T00:00:00Z", "granted", {}, { recorded: "2025-09-01T00:00:00Z" }),
      choice("2025-11-01T00:00:00Z", "refused"),
    ];
    const early = made(events, END, Date.parse("2025-08-01T00:00:00Z"));
    const late = made(events);
    expect(early.map(({ state }) => state)).toEqual(["given", "expired"]);
    expect(late.map(({ state }) => state)).toEqual(["given", "renewed", "withdrawn"]);
    expect(late[0]).toEqual(early[0]);
    expect(late.slice(1).map(({ record }) => record["@id"])).not.toContain(early[1]?.record["@id"]);
  });

  it("is of what was known, and of one account and purpose", () => {
    const events = [
      choice("2025-01-01T00:00:00Z", "granted"),
      choice("2025-02-01T00:00:00Z", "refused", {}, { recorded: "2025-06-01T00:00:00Z" }),
      choice("2025-03-01T00:00:00Z", "granted", {}, { account: "b" }),
      event("choice.made", "2025-04-01T00:00:00Z", { purpose: "share", choice: "refused" }),
    ];
    const then = Date.parse("2025-05-01T00:00:00Z");
    expect(
      made(events, then, then).map(({ account, purpose, state }) => `${account} ${purpose} ${state}`),
    ).toEqual(["a share refused", "a train-general given", "b train-general given"]);
    expect(made(events).map(({ state }) => state)).toEqual(["refused", "given", "withdrawn", "given"]);
  });

  it("is the same whenever it is made", () => {
    const answers = fc.array(
      fc.record({ day: fc.integer({ min: 0, max: 700 }), answer: fc.constantFrom("granted", "refused") }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(answers, fc.integer({ min: 0, max: 800 }), (list, day) => {
        const start = Date.parse("2025-01-01T00:00:00Z");
        const time = (days: number): string => new Date(start + days * 86_400_000).toISOString();
        const events = list.map((one) => choice(time(one.day), one.answer));
        const early = made(events, start + day * 86_400_000);
        const late = made(events);
        expect(late.slice(0, early.length)).toEqual(early);
      }),
    );
  });
});

it.each([
  ["no name", YAML.replace("name: Example Ltd", ""), /`name`/],
  ["a duration that is none", YAML.replace("P5Y", "five years"), /storage.duration/],
  ["a field that is not known", `${YAML}\nfax: "1"\n`, /not right/],
  ["no YAML", "{", /flow|map|end/i],
])("a controller is refused: %s", (_, yaml, message) => {
  expect(() => parseController(yaml, "c.yaml")).toThrow(ProvisoError);
  expect(() => parseController(yaml, "c.yaml")).toThrow(message);
});
