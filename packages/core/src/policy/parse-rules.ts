/** The `rules` section: first match decides, per purpose. */
import type { Node, Scalar } from "yaml";
import { PURPOSES, type Purpose } from "../events/event.ts";
import { suggest } from "./nearest.ts";
import type { Conditions } from "./parse-conditions.ts";
import { GROUNDS_KEYS, parseGrounds } from "./parse-grounds.ts";
import type { Rule } from "./policy.ts";
import { Mapping } from "./yaml-mapping.ts";
import type { Reading } from "./yaml-reading.ts";

export const RULE_KEYS = [
  "id",
  "deny",
  "permit",
  "scope",
  "when",
  "covers",
  "reason",
  "obligations",
  ...GROUNDS_KEYS,
  "advice",
] as const;

/** Names of rules, clocks, copies and documents' kin: they appear in answers and on command lines. */
const ID = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/;
const REASON = /^[A-Z0-9]+(?:_[A-Z0-9]+)*$/;

export interface Context {
  readonly reading: Reading;
  readonly conditions: Conditions;
  readonly documents: ReadonlySet<string>;
  readonly purposes: readonly Purpose[];
}

/** `reason` where a rule gives none. */
export function defaultReason(id: string): string {
  return id.toUpperCase().replace(/[.-]/g, "_");
}

export function parseRule(node: Node, index: number, context: Context): Rule | undefined {
  const mapping = Mapping.open(node, `rules[${index}]`, RULE_KEYS, context.reading);
  if (mapping === undefined) return undefined;
  const id = idAt(mapping, "id");
  const scope = mapping.choice("scope", ["conversation", "item"]) ?? "conversation";
  const effect = effectOf(mapping);
  const purposes = mapping.has(effect) ? purposesAt(mapping, effect, context.purposes) : [];
  const about = `rules.${id}`;
  const when = context.conditions.read(mapping, "when", `${about}.when`, "bool", scope === "item");
  const covers = context.conditions.read(mapping, "covers", `${about}.covers`, "bool", true);
  if (mapping.has("covers") && effect === "deny") {
    mapping.fail("covers", "only a permit covers items", "to deny single items use `scope: item` and `when`");
  } else if (mapping.has("covers") && scope === "item") {
    mapping.fail("covers", "a rule of `scope: item` needs no `covers`", "put the condition in `when`");
  }
  const reason = mapping.text("reason") ?? defaultReason(id);
  if (mapping.has("reason") && !REASON.test(reason)) {
    mapping.fail("reason", `\`${reason}\` is not a reason code`, "write it as `UPPER_CASE`");
  }
  const obligations = mapping.texts("obligations").map((scalar) => scalar.value);
  const advice = mapping.texts("advice").map((scalar) => scalar.value);
  const grounds = parseGrounds(mapping, context.documents);
  return { id, effect, purposes, scope, when, covers, reason, obligations, advice, ...grounds };
}

function effectOf(mapping: Mapping): "permit" | "deny" {
  if (mapping.has("permit") && mapping.has("deny"))
    mapping.fail("permit", "a rule permits or denies, not both");
  if (!mapping.has("permit") && !mapping.has("deny")) {
    mapping.reading.fail(
      "POLICY_INVALID",
      "the rule neither permits nor denies",
      mapping.node,
      mapping.field,
      "say `permit: [train-general]` or `deny: [train-general]`",
    );
  }
  return mapping.has("permit") ? "permit" : "deny";
}

function purposesAt(
  mapping: Mapping,
  key: "permit" | "deny",
  declared: readonly Purpose[],
): readonly Purpose[] {
  if (mapping.items(key).length === 0 && !hasFailed(mapping, key)) {
    mapping.fail(key, `\`${key}\` names no purpose`);
  }
  const purposes = parsePurposes(mapping.texts(key), mapping, key);
  for (const { value, node } of purposes) {
    if (declared.includes(value)) continue;
    const hint = suggest(value, declared, "add it to the policy's `purposes`");
    mapping.reading.fail(
      "POLICY_INVALID",
      `the policy has no purpose \`${value}\``,
      node,
      mapping.path(key),
      hint,
    );
  }
  return purposes.map(({ value }) => value);
}

/** Known purposes, each once, with their places. */
export function parsePurposes(
  scalars: readonly Scalar<string>[],
  mapping: Mapping,
  key: string,
): readonly { readonly value: Purpose; readonly node: Scalar<string> }[] {
  const seen = new Set<string>();
  return scalars.flatMap((node) => {
    const value = PURPOSES.find((known) => known === node.value);
    const help = `purposes are ${PURPOSES.map((one) => `\`${one}\``).join(", ")}`;
    const message =
      value === undefined
        ? `\`${node.value}\` is not a purpose`
        : seen.has(value)
          ? `purpose \`${value}\` is named twice`
          : undefined;
    seen.add(node.value);
    if (message === undefined && value !== undefined) return { value, node };
    const hint = value === undefined ? suggest(node.value, PURPOSES, help) : undefined;
    return mapping.reading.fail("POLICY_INVALID", message ?? "", node, mapping.path(key), hint) ?? [];
  });
}

/** An id; reported if it is missing or not well formed. */
export function idAt(mapping: Mapping, key: string): string {
  const id = mapping.required(key);
  if (id !== undefined && !ID.test(id)) {
    mapping.fail(key, `\`${id}\` is not an id`, "use lower-case letters, digits, `-` and `.`");
  }
  return id ?? "";
}

function hasFailed(mapping: Mapping, key: string): boolean {
  return mapping.reading.errors.some((error) => error.place.field === mapping.path(key));
}
