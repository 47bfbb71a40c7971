/**
 * Shape -> **Plan** -> project
 *
 * A shape made ready for bytes: keys encoded, paths for messages spelled out, once per shape.
 */
import type { ByType, Fields, Shape, TextShape } from "./shape.ts";

export interface FieldPlan {
  readonly name: string;
  readonly key: Uint8Array;
  readonly plan: Plan;
}

export interface Plan {
  /** Path of this value inside the record, for messages: `messages[].text`. */
  readonly path: string;
  /** Set when all types are treated alike. */
  readonly whole: "value" | "skip" | "measure" | "text" | undefined;
  readonly string: "value" | "date" | "skip" | "measure" | "text" | "prefix";
  readonly prefix: number;
  readonly fields: readonly FieldPlan[] | undefined;
  /**
   * Index of the field that was last seen after the field before (the first entry: at the start).
   * A guess that makes finding fields fast, and nothing else: exports write their keys in few orders.
   */
  readonly follows: Int32Array;
  /** Length of the last string passed over here: whether to expect a long one, and nothing else. */
  lastLength: number;
  readonly reportsRest: boolean;
  readonly map: Plan | undefined;
  readonly array: Plan | undefined;
}

const plans = new WeakMap<object, Plan>();

export function planOf(shape: Shape): Plan {
  if (typeof shape === "string") return compile(shape, "");
  let plan = plans.get(shape);
  if (plan === undefined) {
    plan = compile(shape, "");
    plans.set(shape, plan);
  }
  return plan;
}

function compile(shape: Shape, path: string): Plan {
  if (typeof shape === "string") return leaf(path, shape === "date" ? "value" : shape, shape, 0);
  if ("prefix" in shape) return leaf(path, "value", "prefix", shape.prefix);
  const byType: ByType = shape;
  const text: TextShape = byType.string ?? "value";
  const fields = byType.object === undefined ? undefined : compileFields(byType.object, path);
  return {
    path,
    whole: undefined,
    string: typeof text === "string" ? text : "prefix",
    prefix: typeof text === "string" ? 0 : text.prefix,
    fields,
    follows: Int32Array.from({ length: (fields?.length ?? 0) + 1 }, (_, index) => index),
    lastLength: 0,
    reportsRest: byType.rest === undefined,
    map: byType.map === undefined ? undefined : compile(byType.map, `${path}{}`),
    array: byType.array === undefined ? undefined : compile(byType.array, `${path}[]`),
  };
}

function leaf(path: string, whole: Plan["whole"], string: Plan["string"], prefix: number): Plan {
  return {
    path,
    whole,
    string,
    prefix,
    fields: undefined,
    follows: new Int32Array(1),
    lastLength: 0,
    reportsRest: false,
    map: undefined,
    array: undefined,
  };
}

function compileFields(fields: Fields, path: string): FieldPlan[] {
  const encoder = new TextEncoder();
  return Object.entries(fields).map(([name, shape]) => ({
    name,
    key: encoder.encode(name),
    plan: compile(shape, path === "" ? name : `${path}.${name}`),
  }));
}
