import type { Declaration, Source } from "./declaration.ts";

/**
 * The recipe of the day: of those that were still right then, the one that ended first; the present one if
 * there is none.
 * @param instant milliseconds since 1970, UTC
 */
export function declarationAt({ history, sources }: Declaration, instant: number): readonly Source[] {
  let found: { readonly validUntil: number; readonly sources: readonly Source[] } | undefined;
  for (const past of history) {
    if (instant > past.validUntil) continue;
    if (found === undefined || past.validUntil < found.validUntil) found = past;
  }
  return found?.sources ?? sources;
}
