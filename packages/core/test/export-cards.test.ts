/** The descriptions of an export against the published schemas, where these lie beside the checkout. */
import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import {
  bom,
  croissant,
  dataProvenance,
  ExportTally,
  FORMATS,
  type ManifestBody,
  parseManifest,
  sealed,
} from "../src/export/index.ts";
import { sampleBody } from "./export-sample.ts";

const VECTORS = new URL("../../../../shared/data/vectors/", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, VECTORS), "utf8");
const json = (path: string): Record<string, unknown> => JSON.parse(read(path)) as Record<string, unknown>;
const DIGEST = "fedcba9876543210".repeat(4);

const UNSTATED = { dataset: { title: "t", publisher: null, licence: null, country: null } };
const BODIES: readonly (readonly [string, ManifestBody])[] = [
  ["an export", sampleBody()],
  ["one of which nothing is stated", sampleBody(UNSTATED)],
  ["one with nothing in it", sampleBody({}, new ExportTally())],
];

// Skipped where the published schemas are not beside the checkout.
const published = describe.skipIf(!existsSync(VECTORS));

published.each(BODIES)("CycloneDX 1.7 of %s", (_, body) => {
  it("is valid", () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    formats.default(ajv);
    for (const file of ["spdx", "jsf-0.82", "cryptography-defs"])
      ajv.addSchema(json(`cyclonedx/${file}.schema.json`));
    const isValid = ajv.compile(json("cyclonedx/bom-1.7.schema.json"));
    expect(isValid(bom(body, DIGEST)) ? [] : isValid.errors).toEqual([]);
    expect(isValid({ ...bom(body, DIGEST), specVersion: 17 })).toBe(false);
  });
});

published.each(BODIES)("Data Provenance Standards 1.0.0 of %s", (_, body) => {
  it("is valid", () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    const isValid = ajv.compile(json("dps/data-provenance-standards-1.0.0.schema.repaired.json"));
    const card = dataProvenance(body, DIGEST);
    expect(isValid(card) ? [] : isValid.errors).toEqual([]);
    expect(isValid({ ...card, use: {} })).toBe(false);
  });
});

published.each(BODIES)("Croissant of %s", (_, body) => {
  const card = JSON.parse(JSON.stringify(croissant(body, FORMATS[0] as (typeof FORMATS)[number], DIGEST)));

  it("declares the vocabulary that published files declare", () => {
    expect(card["@context"]).toEqual(json("croissant/dices-350.metadata.json")["@context"]);
  });

  it("uses Responsible AI terms that exist", () => {
    const known = [...read("croissant/croissant_rai.ttl").matchAll(/^(rai:\w+) a rdf:Property/gm)].map(
      ([, term]) => term,
    );
    expect(known.length).toBeGreaterThan(15);
    const used = Object.keys(card).filter((key) => key.startsWith("rai:"));
    expect(used.length).toBeGreaterThan(4);
    expect(used.filter((key) => !known.includes(key))).toEqual([]);
  });

  it("has what the specification asks of a data set, its files and fields", () => {
    for (const field of [
      "@type",
      "conformsTo",
      "name",
      "description",
      "license",
      "url",
      "creator",
      "datePublished",
    ]) {
      expect(card[field]).toBeTruthy();
    }
    expect(card.distribution).toHaveLength(body.shards.length);
    const files = card.distribution.map((file: Record<string, string>) => file["@id"]);
    for (const file of card.distribution) {
      expect(file).toMatchObject({
        "@type": "cr:FileObject",
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
      expect([file.contentUrl, file.encodingFormat].every((value) => typeof value === "string")).toBe(true);
    }
    for (const set of card.recordSet) {
      for (const field of set.field) expect(files).toContain(field.source.fileObject["@id"]);
    }
  });
});

describe("a manifest", () => {
  const manifest = sealed(sampleBody(), [{ file: "index.jsonl", bytes: 1, sha256: "0".repeat(64) }]);
  const text = JSON.stringify(manifest);

  it("comes back as it was", () => expect(parseManifest(text, "manifest.json")).toEqual(manifest));

  it("is the same whatever the order of its fields and its blanks", () => {
    const reversed = Object.fromEntries(Object.entries(manifest).reverse());
    expect(parseManifest(JSON.stringify(reversed, null, 7), "manifest.json").digest).toBe(manifest.digest);
  });

  it.each([
    ["a count", text.replace('"lines":1', '"lines":2')],
    ["a reason", text.replace("OPTED_OUT", "OPTED_IN")],
    ["a hash", text.replace(/"sha256":"0000/, '"sha256":"1000')],
  ])("notices another %s", (_, changed) => {
    expect(changed).not.toBe(text);
    expect(() => parseManifest(changed, "manifest.json")).toThrow(
      expect.objectContaining({
        code: "MANIFEST_INVALID",
        place: { file: "manifest.json", field: "digest" },
      }),
    );
  });

  it.each([
    ["no JSON", "{", undefined],
    ["another format", text.replace("proviso-export/2", "proviso-export/9"), "format"],
    ["a path out of the folder", text.replace("index.jsonl", "../index.jsonl"), "files.0.file"],
    ["an unknown field", text.replace('"purpose"', '"extra":1,"purpose"'), undefined],
  ])("refuses %s", (_, changed, field) => {
    expect(() => parseManifest(changed, "manifest.json")).toThrow(
      expect.objectContaining({
        code: "MANIFEST_INVALID",
        place: { file: "manifest.json", ...(field === undefined ? {} : { field }) },
      }),
    );
  });

  it("tells kept obligations from open ones", () => {
    expect(manifest.obligations.map(({ obligation, kept }) => [obligation, kept])).toEqual([
      ["safety-purposes-only", false],
      ["unlink-account", true],
    ]);
  });
});
