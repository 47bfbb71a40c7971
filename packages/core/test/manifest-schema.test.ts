/** The published schema of manifests against what the code writes and refuses. */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { expect, it } from "vitest";
import { manifestSchema, sealed } from "../src/export/index.ts";
import { sampleBody } from "./export-sample.ts";

const SCHEMA: object = JSON.parse(
  readFileSync(new URL("../schemas/manifest.schema.json", import.meta.url), "utf8"),
) as object;
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
formats.default(ajv);
const isManifest = ajv.compile(SCHEMA);

it("is that of the code", () => expect(SCHEMA).toEqual(manifestSchema()));

it("takes what the code writes", () => {
  isManifest(sealed(sampleBody(), []));
  expect(isManifest.errors).toBeNull();
});

it.each([{ purpose: undefined }, { digest: "md5:0" }, { extra: 1 }, { key: "short" }, { at: "yesterday" }])(
  "refuses a manifest with %j",
  (part) => {
    const manifest: unknown = JSON.parse(JSON.stringify({ ...sealed(sampleBody(), []), ...part }));
    expect(isManifest(manifest)).toBe(false);
  },
);
