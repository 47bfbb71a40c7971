/**
 * A value -> a hint by which its owner knows it, and nobody else learns it
 *
 * At most the first two and the last two characters, of values long enough that this is little; of a
 * card the last four, as receipts print them. Of secrets, of dates, and of what only the user's own
 * profile knows the meaning of, nothing but the length: logs of continuous integration are often public.
 */
import type { EntityGroup } from "@proviso/core/redact";

const SHORT = 8;
const LONG = 12;
/** A date has few values, and its digits give most of it away. */
const SILENT_GROUPS: ReadonlySet<EntityGroup> = new Set(["secret", "date", "custom", "special-category"]);
const SILENT_TYPES: ReadonlySet<string> = new Set(["CARD_CODE"]);

export function hintOf(value: string, type: string, group: EntityGroup): string {
  const characters = [...value];
  const size = `${characters.length} characters`;
  if (characters.length < SHORT || SILENT_GROUPS.has(group) || SILENT_TYPES.has(type)) return size;
  if (type === "CARD")
    return `…${characters
      .filter((one) => /\d/.test(one))
      .slice(-4)
      .join("")}, ${size}`;
  const tail = characters.length >= LONG ? characters.slice(-2).join("") : "";
  return `${characters.slice(0, 2).join("")}…${tail}, ${size}`;
}
