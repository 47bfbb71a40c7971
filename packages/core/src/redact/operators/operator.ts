/**
 * Profile -> **Operator** -> Replacer
 *
 * What is written in the place of a value. Operators with a key need it for every type they are
 * used on; the others need nothing.
 */
export const OPERATORS = ["replace", "mask", "hash", "pseudonym", "encrypt", "remove", "keep"] as const;

export type OperatorName = (typeof OPERATORS)[number];

/** Whether day or month comes first in `03/04/1987`. */
export type DateOrder = "day-first" | "month-first";

export type Operator =
  /** The tag of the type, `[EMAIL]`; numbered within a document, `[EMAIL_1]`; or a fixed text. */
  | { readonly operator: "replace"; readonly numbered?: boolean; readonly text?: string }
  /** Every letter and digit by one character; separators stay. */
  | {
      readonly operator: "mask";
      readonly char: string;
      readonly keepFirst: number;
      readonly keepLast: number;
    }
  /** A tag with a keyed hash, `[EMAIL:3f9a0c…]`; `bits` is a multiple of 8. */
  | { readonly operator: "hash"; readonly bits: number }
  /** A value of the same kind that belongs to nobody. */
  | { readonly operator: "pseudonym"; readonly dates: DateOrder }
  /** A tag from which the holder of the key gets the value back. */
  | { readonly operator: "encrypt" }
  | { readonly operator: "remove" }
  | { readonly operator: "keep" };

export const REPLACE: Operator = { operator: "replace" };
export const NUMBERED: Operator = { operator: "replace", numbered: true };
export const MASK: Operator = { operator: "mask", char: "*", keepFirst: 0, keepLast: 0 };
export const HASH: Operator = { operator: "hash", bits: 64 };
export const PSEUDONYM: Operator = { operator: "pseudonym", dates: "month-first" };
export const ENCRYPT: Operator = { operator: "encrypt" };
export const REMOVE: Operator = { operator: "remove" };
export const KEEP: Operator = { operator: "keep" };

const KEYED: ReadonlySet<OperatorName> = new Set(["hash", "pseudonym", "encrypt"]);

export function needsKey({ operator }: Operator): boolean {
  return KEYED.has(operator);
}
