/**
 * A value -> a hint by which its owner knows it, and nobody else learns it
 *
 * At most the first two and the last two characters, of values long enough that this is little; of a
 * card the last four, as receipts print them; of passwords and keys nothing but the length.
 */
import type { EntityGroup } from "@proviso/core/redact";

const SHORT = 8;
const LONG = 12;
const SILENT: ReadonlySet<string> = new Set(["PASSWORD", "PRIVATE_KEY", "CARD_CODE"]);

export function hintOf(value: string, type: string, group: EntityGroup): string {
  const characters = [...value];
  const size = `${characters.length} characters`;
  if (SILENT.has(type)) return size;
  if (type === "CARD")
    return `…${characters
      .filter((one) => /\d/.test(one))
      .slice(-4)
      .join("")}, ${size}`;
  const head = characters.length >= SHORT ? characters.slice(0, 2).join("") : "";
  const tail = characters.length >= LONG && group !== "secret" ? characters.slice(-2).join("") : "";
  return head === "" ? size : `${head}…${tail}, ${size}`;
}
