/** Profile -> whoever looks at whole documents: custom recognizers, denied values, names. */
import { createCustomFinder } from "./custom/custom-finder.ts";
import type { Profile } from "./profile/profile.ts";
import type { Finder } from "./scan/scanner.ts";

export function findersOf(profile: Profile): readonly Finder[] {
  return [createCustomFinder(profile)].filter((finder) => finder !== undefined);
}
