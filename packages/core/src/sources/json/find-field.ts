/**
 * Which field of a plan a key in the bytes names, without decoding the key
 */
import { type Cursor, readString } from "./cursor.ts";
import type { FieldPlan } from "./plan.ts";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** With the cursor on a key's quote: its field's index, the cursor moved past the key; or -1, unmoved. */
export function findField(cursor: Cursor, fields: readonly FieldPlan[]): number {
  for (let index = 0; index < fields.length; index += 1) {
    if (keyMatches(cursor, fields[index])) return index;
  }
  return hasEscape(cursor) ? findEscaped(cursor, fields) : -1;
}

export function keyMatches(cursor: Cursor, field: FieldPlan | undefined): boolean {
  if (field === undefined) return false;
  const { bytes } = cursor;
  const { key } = field;
  const start = cursor.at + 1;
  const { length } = key;
  if (bytes[start + length] !== QUOTE) return false;
  for (let index = 0; index < length; index += 1) {
    if (bytes[start + index] !== key[index]) return false;
  }
  cursor.at = start + length + 1;
  return true;
}

function hasEscape({ bytes, at }: Cursor): boolean {
  for (let next = at + 1; next < bytes.length; next += 1) {
    if (bytes[next] === QUOTE) return false;
    if (bytes[next] === BACKSLASH) return true;
  }
  return false;
}

/** A key may be written with escapes; that is rare, so only such a key is decoded to compare. */
function findEscaped(cursor: Cursor, fields: readonly FieldPlan[]): number {
  const start = cursor.at;
  const key = readString(cursor);
  const index = fields.findIndex((field) => field.name === key);
  if (index === -1) cursor.at = start;
  return index;
}
