/** The keys that a schema knows at a path, for suggestions where one was misspelt. */
import * as z from "zod";

export function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional) {
    return knownKeys(schema.def.innerType, path);
  }
  if (schema instanceof z.ZodUnion) {
    return [...new Set(schema.def.options.flatMap((option) => knownKeys(option, path)))];
  }
  const [first, ...rest] = path;
  if (schema instanceof z.ZodArray && typeof first === "number") return knownKeys(schema.def.element, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
  if (first === undefined) return Object.keys(shape);
  const inner = shape[String(first)];
  return inner === undefined ? [] : knownKeys(inner, rest);
}
