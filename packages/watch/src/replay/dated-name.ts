/** `2025-08-29T00-32-01_d8d25b3c.md` -> **instant**. */
import { ProvisoError } from "@proviso/core";

const NAME = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})(?:-\d{1,3})?Z?(?:_[0-9A-Za-z-]{1,80})?\.md$/;

/**
 * Milliseconds since 1970 of a name in UTC; undefined if the name is of another kind.
 * @throws INPUT_MALFORMED if it has the form of a date and is none.
 */
export function instantOfName(name: string, file: string): number | undefined {
  const found = NAME.exec(name);
  if (found === null) return undefined;
  const [, day, hour, minute, second] = found;
  const iso = `${day}T${hour}:${minute}:${second}.000Z`;
  const at = Date.parse(iso);
  // A 30th of February is taken for the 2nd of March by the parser.
  if (Number.isNaN(at) || new Date(at).toISOString() !== iso) {
    throw new ProvisoError("INPUT_MALFORMED", `the name of the version is not a date: \`${name}\``, {
      place: { file },
      hint: "names are like `2025-08-29T00-32-01_d8d25b3c.md`, in UTC",
    });
  }
  return at;
}
