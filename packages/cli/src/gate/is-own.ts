/**
 * A finding in its line -> is it something that Proviso itself has written?
 *
 * Without the key only two things can be told: digests in the papers of an export, by their place, and
 * invented addresses, by their form. With it the replacer knows all pseudonyms before we are asked.
 */
import { isInventedAddress } from "@proviso/core/redact";

/** What stands before a digest in a paper, and behind it. */
const BEFORE = /"(?:token|sha256|digest|root|key|content)": ?"(?:sha256:)?[0-9a-f]*$/;
const AFTER = /^[0-9a-f]*"/;
const DIGEST = /^[0-9a-f]+$/;

export function isInvented(type: string, value: string): boolean {
  return type === "EMAIL" && isInventedAddress(value);
}

/** @param column of the finding in the line of a paper, in code units from 1 */
export function isDigest(line: string, column: number, value: string): boolean {
  if (!DIGEST.test(value)) return false;
  const at = column - 1;
  return BEFORE.test(line.slice(0, at)) && AFTER.test(line.slice(at + value.length));
}
