/** Records of consent against the schema of ISO/IEC TS 27560, as JSON-LD, and against the W3C vocabulary. */
import { existsSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import jsonld from "jsonld";
import { describe, expect, it } from "vitest";
import { parseEvent } from "../src/events/index.ts";
import { type MadeRecord, makeReceipts, parseController } from "../src/receipt/index.ts";
import { RECORD } from "../src/receipt/receipt.ts";

const SCHEMA = JSON.parse(
  readFileSync(new URL("../schemas/consent-record.schema.json", import.meta.url), "utf8"),
) as object;
const VOCABULARY = new URL("../../../../shared/data/vectors/dpv/", import.meta.url);

const CONTROLLER = `
id: https://vendor.example/
name: Example Ltd
address: 1 Example Quay, Dublin
contact: privacy@vendor.example
exercisedAt: https://vendor.example/privacy
jurisdiction: IE
law: gdpr
storage: { locations: [IE, DE], duration: P5Y, deletion: P30D }
`;

const PURPOSES = ["train-general", "human-review", "evaluate", "personalise", "share", "sale"];

function records(): readonly MadeRecord[] {
  const events = PURPOSES.flatMap((purpose, index) =>
    ["granted", "granted", "refused", "refused"].map((choice, step) => {
      const time = `2025-0${step + 1}-01T00:00:00Z`;
      const data = { purpose, choice, explicit: index % 2 === 0, ...(step === 0 && { validFor: "P20D" }) };
      const raw = {
        specversion: "1.0",
        id: `${purpose} ${step}`,
        source: "urn:t",
        type: "proviso.choice.made",
      };
      const parsed = parseEvent({ ...raw, subject: "accounts/a", time, recorded: time, data }, {});
      if ("foreign" in parsed) throw new Error("foreign");
      return parsed;
    }),
  );
  const options = { at: Date.parse("2026-01-01T00:00:00Z"), known: Number.POSITIVE_INFINITY };
  return makeReceipts(events, parseController(CONTROLLER, "c"), { ...options, subjectOf: () => "p-1" });
}

describe("records of consent", () => {
  it("are valid by the schema", () => {
    const validate = new Ajv2020({ strict: false }).compile(SCHEMA);
    expect(records().length).toBeGreaterThan(20);
    for (const { record } of records()) {
      validate(record);
      expect(validate.errors).toBeNull();
    }
  });

  it("are read by the code only if the schema has them too", () => {
    const validate = new Ajv2020({ strict: false }).compile(SCHEMA);
    const [{ record } = { record: {} }] = records();
    const changes: readonly ((copy: Record<string, unknown>) => void)[] = [
      (copy) => Object.assign(copy, { "dpv:hasProcess": [{}] }),
      (copy) => Object.assign(copy, { "dpv:hasEntity": [{}] }),
      (copy) => Object.assign(copy, { "dpv:hasConsentStatus": [{ "@type": ["x"] }] }),
      (copy) => Object.assign(copy, { "dct:conformsTo": "x" }),
      ...Object.keys(record).map((field) => (copy: Record<string, unknown>) => void delete copy[field]),
    ];
    for (const change of changes) {
      const copy = structuredClone(record) as Record<string, unknown>;
      change(copy);
      if (RECORD.safeParse(copy).success) expect(validate(copy)).toBe(true);
    }
    expect(RECORD.safeParse(record).success).toBe(true);
  });

  it("are JSON-LD, without anything from the network", async () => {
    const documentLoader = (): never => {
      throw new Error("a record must not need the network");
    };
    for (const { record } of records().slice(0, 5)) {
      const [node] = await jsonld.expand(record as jsonld.JsonLdDocument, { documentLoader });
      expect(node?.["@type"]).toEqual(["https://w3id.org/dpv#ConsentRecord"]);
      const quads = (await jsonld.toRDF(record as jsonld.JsonLdDocument, {
        documentLoader,
      })) as readonly unknown[];
      expect(quads.length).toBeGreaterThan(40);
      // Terms are things in the graph, not texts that look like them.
      const texts = JSON.stringify(quads).match(
        /"termType":"Literal","value":"(?:dpv|ai|loc|eu-gdpr|https):[^"]*"/g,
      );
      expect(texts).toBeNull();
    }
  });

  it.skipIf(!existsSync(VOCABULARY))("use no word that the vocabulary does not have", () => {
    const words = new Set(JSON.stringify(records()).match(/"(?:dpv|ai|eu-gdpr):[A-Za-z0-9-]+"/g));
    const files = { dpv: "dpv.csv", ai: "ai.csv", "eu-gdpr": "eu-gdpr.csv" };
    const known = new Set(
      Object.entries(files).flatMap(([prefix, file]) =>
        readFileSync(new URL(file, VOCABULARY), "utf8")
          .split("\n")
          .map((line) => `"${prefix}:${line.split(",")[0]?.replaceAll('"', "")}"`),
      ),
    );
    expect([...words].filter((word) => !known.has(word))).toEqual([]);
    expect(words.size).toBeGreaterThan(40);
  });
});
