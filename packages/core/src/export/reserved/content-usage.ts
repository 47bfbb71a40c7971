/**
 * What a `Content-Usage` field says of training: AIPREF, draft-ietf-aipref-vocab and -attach
 *
 * Only the tokens `y` and `n` are answers; anything else, and a field that is no dictionary, leaves
 * the preference unknown.
 */
import { parseDictionary } from "./structured-dictionary.ts";

export type Preference = "allowed" | "disallowed" | "unknown";

export function preferenceOf(field: string, category: string): Preference {
  const value = parseDictionary(field)?.get(category);
  if (value?.kind !== "token") return "unknown";
  if (value.value === "n") return "disallowed";
  return value.value === "y" ? "allowed" : "unknown";
}

/** Of several statements about one thing the most restrictive counts. */
export function combined(preferences: readonly Preference[]): Preference {
  if (preferences.includes("disallowed")) return "disallowed";
  return preferences.includes("allowed") ? "allowed" : "unknown";
}
