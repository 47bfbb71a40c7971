/**
 * What Proviso itself finds in a document, to be measured
 *
 * All types, whatever profiles do with them: a profile that keeps the names of places does not make
 * their finder worse.
 */
import { builtInProfile } from "../profile/built-in.ts";
import type { Profile } from "../profile/profile.ts";
import { RECOGNIZERS } from "../recognizers/all.ts";
import { Redactor } from "../redact.ts";
import type { Evaluated } from "./evaluate.ts";

/** Found by looking at whole texts, and not by a recognizer. */
const BY_FINDERS = ["PERSON", "LOCATION", "ORGANISATION"] as const;

/**
 * @param threshold findings with a lower score are left out
 * @param profile whose kept types are left out too; without one, all types are looked for
 */
export function ownFindings(threshold: number, profile?: Profile): Pick<Evaluated, "claims" | "find"> {
  const asked = profile ?? { ...builtInProfile("default"), entities: {} };
  const redactor = new Redactor({ profile: { ...asked, threshold }, flags: false });
  const recognizers = RECOGNIZERS.filter((one) => one.flags !== true);
  return {
    claims: new Set([...recognizers.flatMap((one) => one.types), ...BY_FINDERS]),
    find: ({ text }) => redactor.document([text]).findings[0] ?? [],
  };
}
