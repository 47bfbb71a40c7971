/**
 * value -> what it says, however it is written
 *
 * `4111 1111` and `41111111` are one number, `A@example.com` and `a@example.com` one address: they
 * must get one replacement. Upper and lower case count only where two values can differ in them.
 */
import { type EntityType, groupOf } from "../entity.ts";
import { phoneIdentity } from "./phone-parts.ts";

/** Case says nothing in these; elsewhere it may be part of a secret. */
const CASELESS: ReadonlySet<string> = new Set([
  "contact",
  "place",
  "person",
  "organisation",
  "date",
  "government-id",
  "network",
  "financial",
]);
/** Base58 and the like, in which case is part of the value. */
const CASED: ReadonlySet<EntityType> = new Set(["CRYPTO_ADDRESS"]);
/** White space and punctuation group digits here, and say nothing. */
const GROUPED: ReadonlySet<string> = new Set(["financial", "government-id"]);

/** @param value without the encoding that it stands in: see `decodedOf` */
export function identityOf(type: EntityType, value: string): string {
  const group = groupOf(type);
  let text = value.normalize("NFC");
  if (CASELESS.has(group) && !CASED.has(type)) text = text.toLowerCase();
  if (type === "PHONE") return phoneIdentity(text);
  if (GROUPED.has(group)) return text.replace(/[^\p{L}\p{N}]/gu, "");
  if (group === "person" || group === "place" || group === "organisation") {
    return text.replace(/[\s,.]+/g, " ").trim();
  }
  return text;
}
