/** Runs `conformance/policy`: what the policy language accepts, refuses and remarks on, as data. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { ERROR_CODES, type Place, ProvisoError } from "../src/errors.ts";
import { FINDING_KINDS } from "../src/policy/finding.ts";
import { checkPolicy, parsePolicy } from "../src/policy/parse.ts";
import { printPolicy } from "../src/policy/print.ts";

const FOLDER = new URL("../../../conformance/policy/", import.meta.url);
const FILE = "case.yaml";

interface Expected {
  readonly code?: string;
  readonly kind?: string;
  readonly line: number;
  readonly column: number;
  /** Parts of the message and of the hint. */
  readonly message?: string;
  readonly hint?: string;
  readonly by?: readonly string[];
}
interface Case {
  readonly case: string;
  readonly policy: string;
  /** The first error, */
  readonly error?: Expected;
  /** or all of them, */
  readonly errors?: readonly Expected[];
  /** or, for a valid policy, exactly these findings. */
  readonly findings?: readonly Expected[];
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith(".yaml"));
const cases = files.map(
  (name) => [name, parse(readFileSync(new URL(name, FOLDER), "utf8")) as Case] as const,
);

describe("conformance/policy", () => {
  test.each(cases)("%s", (_name, one) => {
    const { errors, findings, policy } = checkPolicy(one.policy, FILE);
    if (one.findings !== undefined) {
      expect(errors).toEqual([]);
      expect(findings.map(({ kind, by, place }) => [kind, by, place?.line, place?.column])).toEqual(
        one.findings.map(({ kind, by, line, column }) => [kind, by ?? [], line, column]),
      );
      for (const [index, finding] of findings.entries()) expectText(finding, one.findings[index]);
      if (policy !== undefined)
        expect(parsePolicy(printPolicy(policy), FILE).findings.length).toBe(findings.length);
      return;
    }
    const expected = one.errors ?? (one.error === undefined ? [] : [one.error]);
    expect(expected.length, "a case expects an error, errors or findings").toBeGreaterThan(0);
    const found = one.errors === undefined ? errors.slice(0, 1) : errors;
    expect(found.map(({ code, place }) => [code, ...at(place)])).toEqual(
      expected.map(({ code, line, column }) => [code, FILE, line, column]),
    );
    for (const [index, error] of found.entries()) expectText(error, expected[index]);
    expect(() => parsePolicy(one.policy, FILE)).toThrow(ProvisoError);
  });

  test("there are cases for every finding and every code of the front-end", () => {
    const expected = cases.flatMap(([, one]) => [one.error, ...(one.errors ?? []), ...(one.findings ?? [])]);
    const covered = new Set(expected.map((item) => item?.code ?? item?.kind));
    const codes = ERROR_CODES.filter((code) => code.startsWith("POLICY_"));
    const kinds = Object.keys(FINDING_KINDS).filter((kind) => kind !== "unchecked");
    expect([...codes, ...kinds].filter((name) => !covered.has(name))).toEqual([]);
  });
});

function at(place: Place): readonly unknown[] {
  return [place.file, place.line, place.column];
}

function expectText(
  found: { message: string; hint: string | undefined },
  expected: Expected | undefined,
): void {
  if (expected?.message !== undefined) expect(found.message).toContain(expected.message);
  if (expected?.hint !== undefined) expect(found.hint).toContain(expected.hint);
  expect(found.message).not.toMatch(/\n|\.$/);
  expect(found.message).not.toMatch(/^[A-Z]/);
}
