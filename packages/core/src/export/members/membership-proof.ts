/**
 * **MembershipProof**: that a token is in a set, or is not
 *
 * One that is in is shown as a leaf. One that is not is shown by its neighbours: two leaves beside each
 * other with the token between them, or the first or last leaf with the token beyond it, or nothing at
 * all for a set of nothing.
 */
import * as z from "zod";

export const HEX_HASH = z.string().regex(/^[0-9a-f]{64}$/);
/** A tree of 2 ** 53 leaves has no longer one. */
const MAX_PATH = 53;
const index = z.int().min(0);
const path = z.array(HEX_HASH).max(MAX_PATH).describe("From the leaf up, as RFC 9162 has it.");
const neighbour = z.strictObject({ token: HEX_HASH, index, path });

export const INCLUSION = z.strictObject({ index, path });
export const EXCLUSION = z.strictObject({
  left: neighbour.nullable().describe("The greatest token below; null if there is none."),
  right: neighbour.nullable().describe("The least token above; null if there is none."),
});

export type Inclusion = Readonly<z.infer<typeof INCLUSION>>;
export type Exclusion = Readonly<z.infer<typeof EXCLUSION>>;
export type Neighbour = Readonly<z.infer<typeof neighbour>>;

export type MembershipProof =
  | { readonly claim: "included"; readonly proof: Inclusion }
  | { readonly claim: "excluded"; readonly proof: Exclusion };
export type Claim = MembershipProof["claim"];
