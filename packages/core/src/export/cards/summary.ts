/** ManifestBody -> sentences that the three descriptions of an export share. */
import type { ManifestBody } from "../manifest.ts";

export function descriptionOf(body: ManifestBody): string {
  const { conversations, items, purpose, output } = body;
  return (
    `Conversations that may be used for ${purpose}, as decided by the policies named in manifest.json, ` +
    `with personal data and secrets redacted. ${conversations.included} of ${conversations.read} ` +
    `conversations and ${items.included} of ${items.read} items went in. Form: ${output.format}.`
  );
}

export function redactionSentence({ redactions, profile }: ManifestBody): string {
  const found = redactions.map(({ type, count }) => `${type} ${count}`).join(", ");
  return (
    `Detected personal data and secrets were replaced under the profile ${profile.name} ` +
    `(${found === "" ? "none was detected" : found}). Detection is not complete, and pseudonymised ` +
    "data stay personal data."
  );
}

export function flagSentence({ flags }: ManifestBody): string {
  if (flags.length === 0) return "No item was flagged as a special category of data.";
  const met = flags.map(({ category, items }) => `${category} ${items}`).join(", ");
  return `Items flagged as special categories of data: ${met}.`;
}

/** `urn:uuid:…` made of a digest: RFC 9562 version 8, for which the bits are the maker's own. */
export function uuidOf(digest: string): string {
  const variant = (Number.parseInt(digest.slice(16, 17), 16) & 0x3) | 0x8;
  const parts = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant.toString(16)}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ];
  return parts.join("-");
}

export const NOT_STATED = "not stated";
