/**
 * A YAML mapping read by its known keys: what is missing, misspelt or of the wrong kind is reported
 * with its place, never passed over.
 */
import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar } from "yaml";
import { suggest } from "./nearest.ts";
import type { Reading } from "./yaml-reading.ts";

export interface Entry {
  readonly key: Scalar<string>;
  readonly value: Node;
}

/** All entries of a mapping in order, whatever their keys; undefined (and reported) if it is none. */
export function entriesOf(node: Node, field: string, reading: Reading): readonly Entry[] | undefined {
  if (!isMap(node)) {
    const kind = isAlias(node) ? "an alias" : isSeq(node) ? "a list" : "text";
    const message =
      field === "" ? `a policy is a mapping, not ${kind}` : `\`${field}\` is a mapping, not ${kind}`;
    return reading.fail("POLICY_INVALID", message, node, field);
  }
  const entries: Entry[] = [];
  for (const pair of node.items) {
    const { key, value } = pair as { key: unknown; value: unknown };
    if (!isScalar(key) || typeof key.value !== "string") {
      reading.fail("POLICY_SYNTAX", "a key is plain text", key as Node, field);
    } else if (isAlias(value)) {
      reading.fail(
        "POLICY_SYNTAX",
        "aliases are not part of the policy language",
        value,
        field,
        "write it out",
      );
    } else {
      entries.push({ key: key as Scalar<string>, value: value as Node });
    }
  }
  return entries;
}

export class Mapping {
  readonly node: Node;
  readonly field: string;
  readonly reading: Reading;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(node: Node, field: string, reading: Reading, entries: readonly Entry[]) {
    this.node = node;
    this.field = field;
    this.reading = reading;
    this.#entries = new Map(entries.map((entry) => [entry.key.value, entry]));
  }

  /** Opens a mapping that may have these keys and no others. */
  static open(node: Node, field: string, keys: readonly string[], reading: Reading): Mapping | undefined {
    const entries = entriesOf(node, field, reading);
    if (entries === undefined) return undefined;
    for (const { key } of entries) {
      if (keys.includes(key.value)) continue;
      const hint = suggest(key.value, keys, `known are ${keys.map((name) => `\`${name}\``).join(", ")}`);
      reading.fail("POLICY_INVALID", `unknown key \`${key.value}\``, key, field, hint);
    }
    return new Mapping(node, field, reading, entries);
  }

  /** `rules[2].when`: the path of a key for messages. */
  path(key: string): string {
    return this.field === "" ? key : `${this.field}.${key}`;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  nodeOf(key: string): Node | undefined {
    return this.#entries.get(key)?.value;
  }

  fail(key: string, message: string, hint?: string): undefined {
    const entry = this.#entries.get(key);
    return this.reading.fail("POLICY_INVALID", message, entry?.value ?? this.node, this.path(key), hint);
  }

  /** Reports a key that is not there; returns undefined. */
  missing(key: string, hint?: string): undefined {
    return this.reading.fail("POLICY_INVALID", `\`${key}\` is missing`, this.node, this.path(key), hint);
  }

  scalar(key: string): Scalar<string> | undefined {
    const node = this.nodeOf(key);
    return node === undefined ? undefined : textNode(node, this.path(key), this.reading);
  }

  text(key: string): string | undefined {
    return this.scalar(key)?.value;
  }

  required(key: string): string | undefined {
    return this.has(key) ? this.text(key) : this.missing(key);
  }

  choice<T extends string>(key: string, values: readonly T[]): T | undefined {
    const scalar = this.scalar(key);
    if (scalar === undefined) return undefined;
    const value = values.find((known) => known === scalar.value);
    if (value !== undefined) return value;
    const help = `use ${values.map((name) => `\`${name}\``).join(", ")}`;
    return this.fail(key, `\`${scalar.value}\` is not a \`${key}\``, suggest(scalar.value, values, help));
  }

  /** The nodes of a list; reported if it is none. */
  items(key: string): readonly Node[] {
    const node = this.nodeOf(key);
    if (node === undefined) return [];
    if (isSeq(node)) return node.items as readonly Node[];
    this.fail(key, `\`${key}\` is a list`, isScalar(node) ? `write \`[${String(node.value)}]\`` : undefined);
    return [];
  }

  /** The texts of a list, each with its node. */
  texts(key: string): readonly Scalar<string>[] {
    return this.items(key).flatMap((node, index) => {
      const scalar = textNode(node, `${this.path(key)}[${index}]`, this.reading);
      return scalar === undefined ? [] : [scalar];
    });
  }
}

function textNode(node: Node, field: string, reading: Reading): Scalar<string> | undefined {
  if (!isScalar(node) || typeof node.value !== "string") {
    return reading.fail("POLICY_INVALID", `\`${field}\` is text`, node, field);
  }
  if (node.value.trim() === "") return reading.fail("POLICY_INVALID", `\`${field}\` is empty`, node, field);
  return node as Scalar<string>;
}
