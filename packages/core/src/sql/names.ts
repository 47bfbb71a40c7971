/** Column names made of ids: lower case, no sign but the underscore, short enough for every engine. */

/** PostgreSQL cuts names off after 63 bytes; prefixes and suffixes of ours need some of them. */
const LONGEST = 40;

export function slug(id: string): string {
  return id
    .replace(/[^A-Za-z0-9]+/g, "_")
    .toLowerCase()
    .slice(0, LONGEST);
}

/** One name per id, told apart by a number where two would be the same. */
export function columnNames(prefix: string, ids: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const id of ids) {
    let name = `${prefix}${slug(id)}`;
    for (let number = 2; taken.has(name); number += 1) name = `${prefix}${slug(id)}_${number}`;
    taken.add(name);
    names.set(id, name);
  }
  return names;
}
