/** When a policy version begins to bind an account, in words. */
import type { Policy } from "@proviso/core/policy";
import { dateText, instantText } from "../terminal/words.ts";

export function effectiveText({ effective }: Pick<Policy, "effective">): string {
  const { acknowledged, signedUpSince, fixed } = effective;
  const parts: string[] = [];
  for (const { at, knownFrom } of fixed) {
    // The beginning of time stands for a date that was always known.
    const announced =
      Number.isFinite(knownFrom) && knownFrom > 0 ? ` (known since ${dateText(knownFrom)})` : "";
    parts.push(`from ${instantText(at)}${announced}`);
  }
  if (acknowledged !== undefined) parts.push(`on acceptance of ${acknowledged}`);
  if (signedUpSince !== undefined) parts.push(`for accounts opened since ${instantText(signedUpSince)}`);
  return parts.length === 0 ? "always" : parts.join(", or ");
}
