/**
 * MembershipProof x SetRoot x token -> whether it holds
 *
 * Nothing is thrown: what is malformed is false, as a wrong hash is. That the set is sorted cannot be
 * seen from a proof; it is for `export verify`, which reads all of it.
 */
import { hexToBytes } from "@noble/hashes/utils.js";
import { EMPTY_ROOT, isSame, leafHash, verifyInclusion } from "../../merkle/index.ts";
import type { SetRoot } from "./members.ts";
import type { Exclusion, Inclusion, MembershipProof } from "./membership-proof.ts";

const HEX_TOKEN = /^[0-9a-f]{64}$/;

/** @param token 64 hexadecimal digits, lower case, as all tokens and hashes here */
export function verifyMembership(membership: MembershipProof, set: SetRoot, token: string): boolean {
  if (!HEX_TOKEN.test(token) || !HEX_TOKEN.test(set.root)) return false;
  return membership.claim === "included"
    ? isLeaf(membership.proof, set, token)
    : isBetween(membership.proof, set, token);
}

function isBetween({ left, right }: Exclusion, set: SetRoot, token: string): boolean {
  if (left === null && right === null) {
    return set.size === 0 && isSame(EMPTY_ROOT, hexToBytes(set.root));
  }
  // Hexadecimal digits of one length are in the order of their bytes.
  if (left !== null && !(left.token < token && isLeaf(left, set, left.token))) return false;
  if (right !== null && !(token < right.token && isLeaf(right, set, right.token))) return false;
  if (left === null) return right?.index === 0;
  return right === null ? left.index === set.size - 1 : left.index + 1 === right.index;
}

function isLeaf({ index, path }: Inclusion, { root, size }: SetRoot, token: string): boolean {
  if (!HEX_TOKEN.test(token) || !path.every((hash) => HEX_TOKEN.test(hash))) return false;
  return verifyInclusion(leafHash(hexToBytes(token)), index, size, path.map(hexToBytes), hexToBytes(root));
}
