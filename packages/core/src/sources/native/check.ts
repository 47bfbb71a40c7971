/**
 * One line's fields, checked: collects the first fault and goes on with what was meant
 */
import { parseInstant } from "../instant.ts";
import type { Json } from "../read-field.ts";

export interface Fault {
  /** Path inside the line, such as `items[2].at`. */
  readonly field: string;
  readonly message: string;
}

export class Checker {
  #first: Fault | undefined;

  get first(): Fault | undefined {
    return this.#first;
  }

  fault(field: string, message: string): void {
    this.#first ??= { field, message };
  }

  /** A key that the shape does not name, or a list or object where there must be none. */
  refuse(path: string): void {
    const [, field = path, type] = /^(.*) \((array|object)\)$/.exec(path) ?? [];
    const fault = type === undefined ? "is no field of this format" : `must not be an ${type}`;
    this.fault(field, `\`${field}\` ${fault}`);
  }

  /** A string with something in it. */
  name(record: Json, key: string, at = ""): string {
    const value = record[key];
    if (typeof value === "string" && value !== "") return value;
    this.fault(
      at + key,
      `\`${key}\` ${value === undefined ? "is missing: it " : ""}must be a non-empty string`,
    );
    return "";
  }

  optionalName(record: Json, key: string, at = ""): string | undefined {
    return isAbsent(record[key]) ? undefined : this.name(record, key, at);
  }

  flag(record: Json, key: string, at = ""): boolean {
    const value = record[key];
    if (isAbsent(value)) return false;
    if (typeof value !== "boolean") this.fault(at + key, `\`${key}\` must be true or false`);
    return value === true;
  }

  oneOf<T extends string>(record: Json, key: string, values: readonly T[], at = ""): T {
    const value = record[key];
    const found = values.find((candidate) => candidate === value);
    if (found !== undefined) return found;
    const shown = value === undefined ? `\`${key}\` is missing` : `${show(value)} is no ${key}`;
    this.fault(at + key, `${shown}: give one of ${values.join(", ")}`);
    return values[0] as T;
  }

  optionalOneOf<T extends string>(record: Json, key: string, values: readonly T[], at = ""): T | undefined {
    return isAbsent(record[key]) ? undefined : this.oneOf(record, key, values, at);
  }

  instant(record: Json, key: string, at = ""): number | undefined {
    const value = record[key];
    if (isAbsent(value)) return undefined;
    const instant = parseInstant(value);
    if (instant === undefined) {
      this.fault(at + key, `${show(value)} is not a date: write it as 2026-01-05T09:00:00Z`);
    }
    return instant;
  }

  /** The objects of a list; what is none of them is a fault. */
  objects(record: Json, key: string): readonly Json[] {
    const value = record[key];
    if (!Array.isArray(value)) {
      this.fault(key, `\`${key}\` ${value === undefined ? "is missing: it " : ""}must be a list`);
      return [];
    }
    return value.filter((element, index): element is Json => {
      const isObject = typeof element === "object" && element !== null;
      if (!isObject) this.fault(`${key}[${index}]`, `an element of \`${key}\` must be an object`);
      return isObject;
    });
  }
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function show(value: unknown): string {
  return `\`${(typeof value === "object" ? JSON.stringify(value) : String(value)).slice(0, 40)}\``;
}
