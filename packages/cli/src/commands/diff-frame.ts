/** What lies around the rules of two versions: since when they bind, what they speak of; and how sure it is. */
import type { Purpose } from "@proviso/core/events";
import type { PolicyDiff } from "@proviso/core/policy";
import { effectiveText } from "./effective-words.ts";

export function titleOf({ before, after }: PolicyDiff): string {
  const name = ({ id, version }: PolicyDiff["before"]): string => `${id}@${version}`;
  return before.id === after.id
    ? `${before.id}: ${before.version} → ${after.version}`
    : `${name(before)} → ${name(after)}`;
}

/** Label and text, for what differs. */
export function frameOf({
  effective,
  product,
  purposes,
  holds,
}: PolicyDiff): readonly (readonly [string, string])[] {
  const lines: (readonly [string, string])[] = [];
  if (effective !== undefined) {
    const [old, now] = [effective.before, effective.after].map((one) => effectiveText({ effective: one }));
    lines.push(["binds", `${old} → ${now}`]);
  }
  if (product !== undefined) lines.push(["product", `${product.before} → ${product.after}`]);
  if (purposes.added.length > 0) lines.push(["new purposes", purposes.added.join(", ")]);
  if (purposes.removed.length > 0) lines.push(["purposes gone", purposes.removed.join(", ")]);
  if (holds !== undefined) {
    const names = (all: readonly { readonly hold: string }[]): string =>
      all.map(({ hold }) => hold).join(", ") || "none";
    lines.push(["named holds", `${names(holds.before)} → ${names(holds.after)}, or their scopes`]);
  }
  return lines;
}

/** How far the answer holds. */
export function verdictText(found: PolicyDiff, purposes: readonly Purpose[] | undefined): string {
  const limit = purposes === undefined ? "" : ` for ${purposes.join(", ")}`;
  switch (found.verdict) {
    case "equal":
      return `The two are equal${limit}: proved for all facts, known or not.`;
    case "equal-in-histories":
      return `The two are equal${limit}: proved for all facts that events can give. They differ for facts that no events give.`;
    case "different":
      return `Nothing else changes${limit}: proved for all facts that events can give.`;
    case "undecided":
      return "The policies are too large to compare in full: these are the changes that a search found, and there may be more.";
  }
}

export const NOT_COMPARED = "Not compared: documents, citations, readings, notes and advice.";
