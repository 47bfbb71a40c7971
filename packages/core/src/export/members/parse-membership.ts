/**
 * Text -> **Membership** -> verify
 */
import { ProvisoError } from "../../errors.ts";
import { MEMBERSHIP, MEMBERSHIP_FORMAT, type Membership } from "./membership.ts";

/**
 * @param file for the error's place
 * @throws ProvisoError PROOF_INVALID with the field
 */
export function parseMembership(text: string, file?: string): Membership {
  const read = MEMBERSHIP.safeParse(jsonOf(text, file));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const field = issue?.path.join(".");
  throw new ProvisoError("PROOF_INVALID", `this is no proof of the form \`${MEMBERSHIP_FORMAT}\``, {
    place: { file, ...(field === undefined || field === "" ? {} : { field }) },
    hint: issue?.message.toLowerCase(),
  });
}

function jsonOf(text: string, file: string | undefined): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ProvisoError("PROOF_INVALID", "the proof is not JSON", { place: { file }, cause });
  }
}
