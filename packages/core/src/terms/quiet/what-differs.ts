/** Last good text and this one -> **what differs** in furniture and links -> the reason. */
import type { GoodText } from "./state.ts";

/** Lines that a reason names of each side; the rest is counted. */
const MAX_NAMED = 5;

export function furnitureReason(good: GoodText, now: GoodText): string {
  const gone = without(good.furniture, now.furniture);
  const come = without(now.furniture, good.furniture);
  const parts = [
    ...(gone.length > 0 ? [`gone: ${named(gone)}`] : []),
    ...(come.length > 0 ? [`new: ${named(come)}`] : []),
  ];
  const what = parts.length === 0 ? "moved, or beyond the lines that are remembered" : parts.join("; ");
  return `only page furniture differs (${what})`;
}

/** Empty if links to legal documents lead where they led. */
export function linksReason(good: GoodText, now: GoodText): string {
  const gone = without(good.links, now.links);
  const come = without(now.links, good.links);
  if (gone.length === 0 && come.length === 0) return "";
  const parts = [
    ...(gone.length > 0 ? [`no longer to ${named(gone)}`] : []),
    ...(come.length > 0 ? [`now to ${named(come)}`] : []),
  ];
  return `; links lead ${parts.join(", ")}`;
}

/** Items of `one` that `other` has not, or has fewer times. */
function without(one: readonly string[], other: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const item of other) counts.set(item, (counts.get(item) ?? 0) + 1);
  return one.filter((item) => {
    const count = counts.get(item) ?? 0;
    counts.set(item, count - 1);
    return count <= 0;
  });
}

function named(items: readonly string[]): string {
  const shown = items.slice(0, MAX_NAMED).map((item) => `"${item}"`);
  return items.length > MAX_NAMED
    ? `${shown.join(", ")} and ${items.length - MAX_NAMED} more`
    : shown.join(", ");
}
