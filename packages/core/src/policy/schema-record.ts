/** A part of a JSON Schema. */
export type Schema = Readonly<Record<string, unknown>>;

/** An object of these properties and no others. */
export function record(
  description: string,
  properties: Schema,
  required: readonly string[] = [],
  more: Schema = {},
): Schema {
  return { type: "object", description, properties, required, additionalProperties: false, ...more };
}
