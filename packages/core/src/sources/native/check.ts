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
  #list = "";
  #index = 0;

  get first(): Fault | undefined {
    return this.#first;
  }

  /** `key` is of the line, or of the list element that was entered last. */
  fault(key: string, message: string): void {
    if (this.#first !== undefined) return;
    this.#first = { field: this.#list === "" ? key : `${this.#list}[${this.#index}].${key}`, message };
  }

  /** What follows is about one element of a list, until `leave`. */
  enter(list: string, index: number): void {
    this.#list = list;
    this.#index = index;
  }

  leave(): void {
    this.#list = "";
  }

  /** A key that the shape does not name, or a list or object where there must be none. */
  refuse(path: string): void {
    const [, field = path, type] = /^(.*) \((array|object)\)$/.exec(path) ?? [];
    const fault = type === undefined ? "is no field of this format" : `must not be an ${type}`;
    this.fault(field, `\`${field}\` ${fault}`);
  }

  /** A string with something in it. */
  name(record: Json, key: string): string {
    const value = record[key];
    if (typeof value === "string" && value !== "") return value;
    this.fault(key, `\`${key}\` ${value === undefined ? "is missing: it " : ""}must be a non-empty string`);
    return "";
  }

  optionalName(record: Json, key: string): string | undefined {
    return isAbsent(record[key]) ? undefined : this.name(record, key);
  }

  flag(record: Json, key: string): boolean {
    const value = record[key];
    if (isAbsent(value)) return false;
    if (typeof value !== "boolean") this.fault(key, `\`${key}\` must be true or false`);
    return value === true;
  }

  oneOf<T extends string>(record: Json, key: string, values: readonly T[]): T {
    const value = record[key];
    if (values.includes(value as T)) return value as T;
    const shown = value === undefined ? `\`${key}\` is missing` : `${show(value)} is no ${key}`;
    this.fault(key, `${shown}: give one of ${values.join(", ")}`);
    return values[0] as T;
  }

  optionalOneOf<T extends string>(record: Json, key: string, values: readonly T[]): T | undefined {
    return isAbsent(record[key]) ? undefined : this.oneOf(record, key, values);
  }

  instant(record: Json, key: string): number | undefined {
    const value = record[key];
    if (isAbsent(value)) return undefined;
    const instant = parseInstant(value);
    if (instant === undefined) {
      this.fault(key, `${show(value)} is not a date: write it as 2026-01-05T09:00:00Z`);
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
