/** Ids for provisions that have none to inherit. */
import type { Provision } from "./provision.ts";
import { canonicalOf } from "./words.ts";

const HALF_DIGITS = 6;

/**
 * `p-` and 12 hex digits of a hash over text, headings and, where both are the same, the count.
 * Deterministic; none is in `taken` and none comes twice. `taken` is not changed.
 */
export function newIds(
  pieces: readonly Pick<Provision, "path" | "text">[],
  taken: ReadonlySet<string>,
): readonly string[] {
  const given = new Set(taken);
  const counts = new Map<string, number>();
  const paths = new Map<readonly string[], string>();
  return pieces.map(({ path, text }) => {
    let place = paths.get(path);
    if (place === undefined) {
      place = path.map(canonicalOf).join("\u0001");
      paths.set(path, place);
    }
    const content = `${place}\u0002${text}`;
    for (let count = counts.get(content) ?? 0; ; count += 1) {
      const id = `p-${hash(count === 0 ? content : `${content}\u0002${count}`)}`;
      if (given.has(id)) continue;
      given.add(id);
      counts.set(content, count + 1);
      return id;
    }
  });
}

/**
 * 48 bits of FNV-1a in two lanes over UTF-16 code units. It need not withstand an attacker: ids are
 * names within one version, and a name that is taken is passed over.
 */
function hash(text: string): string {
  let [one, other] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x85ebca6b);
    other ^= other >>> 13;
  }
  return hexOf(one ^ (one >>> 15)) + hexOf(other ^ (other >>> 16));
}

function hexOf(lane: number): string {
  return (lane & 0xffffff).toString(16).padStart(HALF_DIGITS, "0");
}
