/** Profile -> whoever looks at whole documents: custom recognizers, denied values, names. */
import type { Profile } from "./profile/profile.ts";
import type { Finder } from "./scan/scanner.ts";

export function findersOf(_profile: Profile): readonly Finder[] {
  return [];
}
