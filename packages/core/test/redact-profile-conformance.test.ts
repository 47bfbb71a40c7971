/** The cases in `conformance/redact-profile`: this profile text, which profile or which error? */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ProvisoError } from "../src/errors.ts";
import { profileJsonSchema, readProfile } from "../src/redact/index.ts";

interface Case {
  readonly case: string;
  readonly profile: string;
  /** What the profile has, among other things. */
  readonly is?: Record<string, unknown>;
  readonly error?: { code: string; line?: number; column?: number; message: string; hint?: string };
}

const FOLDER = join(import.meta.dirname, "../../../conformance/redact-profile");
const SCHEMA = join(import.meta.dirname, "../schemas/redaction.schema.json");
const cases = readdirSync(FOLDER).map((name) => {
  const file: Case = parse(readFileSync(join(FOLDER, name), "utf8"));
  return { name, ...file };
});
const isProfile = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(profileJsonSchema());

describe.each(cases)("$name: $case", ({ profile: text, is, error }) => {
  const { profile, errors } = readProfile(text, "redaction.yaml");

  if (error === undefined) {
    it("is a profile, and one for the editor", () => {
      expect(errors).toEqual([]);
      expect(profile).toMatchObject(is ?? {});
      isProfile(parse(text));
      expect(isProfile.errors).toBeNull();
    });
    it("can be sent to a worker", () => expect(structuredClone(profile)).toEqual(profile));
    return;
  }
  it("has this error first", () => {
    const [first] = errors;
    expect(first).toBeInstanceOf(ProvisoError);
    expect(profile).toBeUndefined();
    expect(first?.message).toContain(error.message);
    expect(first?.code).toBe(error.code);
    expect(first?.place).toMatchObject({ file: "redaction.yaml" });
    expect(first?.place.line).toBe(error.line ?? undefined);
    expect(first?.place.column).toBe(error.column ?? undefined);
    expect(first?.hint ?? "").toContain(error.hint ?? "");
  });
});

it("the schema in the repository is that of the code", () => {
  expect(JSON.parse(readFileSync(SCHEMA, "utf8"))).toEqual(profileJsonSchema());
});

it.each([
  "version: 2\nprofile: p",
  "version: 1\nprofile: p\nentities: { EMAIL: nothing }",
  "version: 1\nprofile: p\nthreshold: 7",
  "version: 1\nprofile: p\nnames: maybe",
  "version: 1\nprofile: p\nrecognizers: [{ type: MINE }]",
  "version: 1\nprofile: p\nroles: { nobody: {} }",
])("%j is wrong for the editor and for the parser", (text) => {
  expect(isProfile(parse(text))).toBe(false);
  expect(readProfile(text, "redaction.yaml").errors).not.toEqual([]);
});
