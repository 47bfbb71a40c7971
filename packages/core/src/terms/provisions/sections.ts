/**
 * Headings of two versions -> is a clause still in its section?
 *
 * A section that was renamed or renumbered has not moved: its old heading is gone and its new one was
 * not there before. A clause moved if where it came from still stands, or where it went stood already.
 */
import type { Provision } from "./provision.ts";
import { canonicalOf } from "./words.ts";

export interface Sections {
  /** Headings in canonical words, for comparing; equal for renumbered headings. */
  keyOf(path: readonly string[]): string;
  isMoved(before: Provision, after: Provision): boolean;
}

const SEPARATOR = "\u0001";

export function sectionsOf(before: readonly Provision[], after: readonly Provision[]): Sections {
  const keys = new Map<readonly string[], readonly string[]>();
  const titles = new Map<string, string>();
  const titleKey = (title: string): string => {
    const known = titles.get(title);
    if (known !== undefined) return known;
    // A title of signs alone has no words, but is not the same as any other.
    const key = canonicalOf(title) || title;
    titles.set(title, key);
    return key;
  };
  const pathKeys = (path: readonly string[]): readonly string[] => {
    const known = keys.get(path);
    if (known !== undefined) return known;
    const fresh: string[] = [];
    for (const title of path) {
      const outer = fresh.at(-1);
      fresh.push(outer === undefined ? titleKey(title) : `${outer}${SEPARATOR}${titleKey(title)}`);
    }
    keys.set(path, fresh);
    return fresh;
  };
  const keyOf = (path: readonly string[]): string => pathKeys(path).at(-1) ?? "";
  const were = new Set(before.flatMap(({ path }) => pathKeys(path)));
  const are = new Set(after.flatMap(({ path }) => pathKeys(path)));
  return {
    keyOf,
    isMoved(one, other) {
      const from = pathKeys(one.path);
      const to = pathKeys(other.path);
      if (from.at(-1) === to.at(-1)) return false;
      const depth = from.findIndex((key, index) => key !== to[index]);
      const [left, entered] = depth < 0 ? [undefined, to[from.length]] : [from[depth], to[depth]];
      return (left !== undefined && are.has(left)) || (entered !== undefined && were.has(entered));
    },
  };
}
