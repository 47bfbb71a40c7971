/** A value of Trino's JSON and its type -> the plain value of Engine */
import { ProvisoError } from "@proviso/core";
import { instant, realNumber } from "./plain-value.ts";

const LIST = /^array\((.*)\)$/;

/** @throws ProvisoError UNSUPPORTED for a whole number that the client has already rounded */
export function trinoValue(value: unknown, type: string, column: string): unknown {
  if (value === null) return null;
  if (Array.isArray(value)) {
    const element = LIST.exec(type)?.[1];
    return element === undefined
      ? JSON.stringify(value)
      : value.map((one: unknown) => trinoValue(one, element, column));
  }
  if (typeof value === "number") return whole(value, type, column);
  if (typeof value === "string") {
    if (type === "date" || type.startsWith("timestamp")) return instant(value);
    return type === "double" || type === "real" ? realNumber(value) : value;
  }
  return typeof value === "object" ? JSON.stringify(value) : value;
}

function whole(value: number, type: string, column: string): number {
  if (type !== "bigint" || Number.isSafeInteger(value)) return value;
  throw new ProvisoError("UNSUPPORTED", `\`${column}\` holds a whole number past 2^53`, {
    hint: "make text of it in the query: CAST(… AS varchar)",
  });
}
