/**
 * OTLP/JSON attribute values -> plain values
 *
 * Source: OTLP 1.x JSON encoding, `AnyValue` of common.proto; 64-bit integers come as strings.
 */
import { isJson, listOf, nameOf, objectOf } from "../read-field.ts";

/** Deeper values are damage or an attack; what lies below is left out. */
const DEEPEST = 60;

function plainValue(value: unknown, depth = 0): unknown {
  if (!isJson(value) || depth > DEEPEST) return undefined;
  for (const field of ["stringValue", "boolValue", "doubleValue", "intValue", "bytesValue"]) {
    if (value[field] !== undefined && value[field] !== null) return value[field];
  }
  if (isJson(value["arrayValue"])) {
    return listOf(value["arrayValue"]["values"]).map((element) => plainValue(element, depth + 1));
  }
  if (isJson(value["kvlistValue"])) {
    return Object.fromEntries(
      listOf(value["kvlistValue"]["values"])
        .map(objectOf)
        .map((pair) => [String(pair["key"]), plainValue(pair["value"], depth + 1)] as const),
    );
  }
  return undefined;
}

export type Attributes = ReadonlyMap<string, unknown>;

/** A `KeyValue` list as a map; a repeated key keeps its last value. */
export function attributesOf(list: unknown): Attributes {
  const found = new Map<string, unknown>();
  for (const pair of listOf(list).map(objectOf)) {
    const key = nameOf(pair["key"]);
    if (key !== undefined) found.set(key, plainValue(pair["value"]));
  }
  return found;
}

/** A string attribute as it is, a structured one as JSON text: what `looseMessages` takes. */
export function textOfAttribute(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
