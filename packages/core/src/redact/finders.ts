/** Profile -> whoever looks at whole documents: custom recognizers, denied values, names. */
import { createCustomFinder } from "./custom/custom-finder.ts";
import { namesFinder } from "./names/index.ts";
import type { Profile } from "./profile/profile.ts";
import type { Finder } from "./scan/scanner.ts";

export function findersOf(profile: Profile): readonly Finder[] {
  const custom = createCustomFinder(profile);
  const names = profile.names.on ? namesFinder() : undefined;
  return [custom, names].filter((finder) => finder !== undefined);
}
