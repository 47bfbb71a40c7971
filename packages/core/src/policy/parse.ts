/**
 * Text of a policy file -> **Policy** -> compile, spec, print
 *
 * One policy version per file. What is not understood is an error with its place, never passed
 * over: a rule that were dropped silently would change what is permitted.
 */
import type { Node } from "yaml";
import { ProvisoError, printPlace } from "../errors.ts";
import type { Finding } from "./finding.ts";
import { findingsOf } from "./findings.ts";
import { parseClocks } from "./parse-clocks.ts";
import { Conditions } from "./parse-conditions.ts";
import { parseDocuments } from "./parse-documents.ts";
import { ALWAYS, parseEffective } from "./parse-effective.ts";
import { parseHold } from "./parse-holds.ts";
import { type Context, parsePurposes, parseRule } from "./parse-rules.ts";
import { placeOf } from "./places.ts";
import type { Policy } from "./policy.ts";
import { Mapping } from "./yaml-mapping.ts";
import { Reading } from "./yaml-reading.ts";

export const POLICY_KEYS = [
  "policy",
  "version",
  "title",
  "product",
  "supersedes",
  "effective",
  "target",
  "documents",
  "purposes",
  "define",
  "rules",
  "clocks",
  "holds",
] as const;

const VENDOR_NAME = /^[a-z0-9]+(?:[.-][a-z0-9]+)*\/[a-z0-9]+(?:[.-][a-z0-9]+)*$/;

export interface Checked {
  /** Undefined when there are errors. */
  readonly policy: Policy | undefined;
  /** In the order of their places in the file. */
  readonly errors: readonly ProvisoError[];
  readonly findings: readonly Finding[];
}

/**
 * Reads one policy version.
 * @throws ProvisoError the first error of the file: INPUT_EMPTY or one of the POLICY_ codes
 */
export function parsePolicy(text: string, file: string): { policy: Policy; findings: readonly Finding[] } {
  const { policy, errors, findings } = checkPolicy(text, file);
  if (policy !== undefined) return { policy, findings };
  throw errors[0] ?? new ProvisoError("POLICY_INVALID", "the policy cannot be read", { place: { file } });
}

/** Reads one policy version and collects every error that can be told apart, for its author. */
export function checkPolicy(text: string, file: string): Checked {
  const reading = new Reading(text, file);
  const root = reading.open();
  const conditions = new Conditions(reading);
  const mapping = root && Mapping.open(root, "", POLICY_KEYS, reading);
  const policy = mapping && readPolicy(mapping, conditions);
  if (mapping === undefined || policy === undefined || reading.errors.length > 0) {
    return { policy: undefined, errors: inOrder(reading.errors), findings: [] };
  }
  const findings = findingsOf(policy).map((one) => ({
    ...one,
    place: placeOf(one, mapping, policy, conditions),
  }));
  findings.sort(comparePlaces);
  return { policy, errors: [], findings };
}

function readPolicy(mapping: Mapping, conditions: Conditions): Policy {
  const { reading } = mapping;
  const section = <T>(key: string, read: (node: Node) => T, absent: T): T => {
    const node = mapping.nodeOf(key);
    return node === undefined ? absent : read(node);
  };
  const id = vendorName(mapping, "policy");
  const version = mapping.required("version") ?? "";
  const title = mapping.required("title") ?? "";
  const product = vendorName(mapping, "product");
  const supersedes = mapping.text("supersedes");
  if (supersedes !== undefined && supersedes === version) {
    mapping.fail("supersedes", `version \`${version}\` supersedes itself`);
  }
  const effective = section("effective", (node) => parseEffective(node, reading), ALWAYS);
  const documents = section("documents", (node) => parseDocuments(node, reading), {});
  if (!mapping.has("purposes")) mapping.missing("purposes", "list the purposes that the policy speaks of");
  const purposes = parsePurposes(mapping.texts("purposes"), mapping, "purposes").map(({ value }) => value);
  const define = section("define", (node) => conditions.define(node), {});
  const target = conditions.read(mapping, "target", "target", "bool", false);
  const context: Context = { reading, conditions, documents: new Set(Object.keys(documents)), purposes };
  const rules = mapping.items("rules").flatMap((node, index) => parseRule(node, index, context) ?? []);
  const clocks = parseClocks(mapping.items("clocks"), context);
  const holds = mapping.items("holds").flatMap((node, index) => parseHold(node, index, context) ?? []);
  refuseTwins(mapping, "rules", "id");
  refuseTwins(mapping, "clocks", "id");
  refuseTwins(mapping, "holds", "hold");
  return {
    id,
    version,
    title,
    product,
    supersedes,
    effective,
    target,
    documents,
    purposes,
    define,
    rules,
    clocks,
    holds,
  };
}

function vendorName(mapping: Mapping, key: string): string {
  const name = mapping.required(key);
  if (name !== undefined && !VENDOR_NAME.test(name)) {
    mapping.fail(
      key,
      `\`${name}\` is not of the form vendor/name`,
      "use lower-case letters, digits, `-` and one `/`",
    );
  }
  return name ?? "";
}

/** Two rules of one id could not be told apart in an answer. */
function refuseTwins(mapping: Mapping, section: string, key: string): void {
  const seen = new Set<string>();
  for (const [index, node] of mapping.items(section).entries()) {
    const id = (node as { get?: (name: string, keep: true) => unknown }).get?.(key, true) as
      | (Node & { value?: unknown })
      | undefined;
    if (typeof id?.value !== "string") continue;
    if (seen.has(id.value)) {
      const field = `${section}[${index}].${key}`;
      mapping.reading.fail("POLICY_INVALID", `\`${id.value}\` is named twice in \`${section}\``, id, field);
    }
    seen.add(id.value);
  }
}

function inOrder(errors: readonly ProvisoError[]): readonly ProvisoError[] {
  const byText = new Map(errors.map((error) => [`${printPlace(error.place)} ${error.message}`, error]));
  return [...byText.values()].sort(comparePlaces);
}

function comparePlaces(a: Pick<Finding, "place">, b: Pick<Finding, "place">): number {
  const line = (a.place?.line ?? 0) - (b.place?.line ?? 0);
  return line === 0 ? (a.place?.column ?? 0) - (b.place?.column ?? 0) : line;
}
