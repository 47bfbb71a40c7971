/**
 * Membership x Manifest -> a **checklist**: what holds, what does not, and what could not be looked at
 *
 * Fails closed: a proof is worth what all rows say together, and one that was not checked
 * says what its reader still has to take on trust.
 */
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import type { Manifest } from "../manifest.ts";
import { EXPORT_KEY_BYTES, exportKeyCommitment, exportKeyOf, keyIdOf, tokensUnder } from "../token.ts";
import type { Membership } from "./membership.ts";
import { verifyMembership } from "./verify-membership.ts";

export interface MembershipCheck {
  readonly name: "manifest" | "purpose" | "set" | "proof" | "key" | "token" | "sorted";
  readonly outcome: "ok" | "failed" | "not-checked";
  /** For a person; without a final period. */
  readonly says: string;
  /** Without it the proof is about a token, and nobody knows whose. */
  readonly isNeeded?: boolean;
}

/** What the reader brings along. */
export interface MembershipKnown {
  readonly conversation?: string | undefined;
  /** With `conversation`, for a proof about an item. */
  readonly item?: string | undefined;
  /** The export's own key, as it was disclosed; without it, the one in the proof. */
  readonly exportKey?: Uint8Array | undefined;
  /** The key that exports are made with. */
  readonly key?: Uint8Array | undefined;
}

/** @param manifest as `parseManifest` gives it: its digest is its own */
export function verifyMembershipFile(
  membership: Membership,
  manifest: Manifest,
  known: MembershipKnown = {},
): readonly MembershipCheck[] {
  const { set, claim } = membership;
  const committed = manifest.members[set];
  const isSameSet = membership.root === committed.root && membership.size === committed.size;
  const keyRow = checkKey(membership, manifest, known);
  return [
    row(
      "manifest",
      membership.manifest === manifest.digest,
      "the proof is about this manifest",
      "the proof is about another manifest",
    ),
    row(
      "purpose",
      membership.purpose === manifest.purpose,
      `the export is for ${manifest.purpose}`,
      "the proof names another purpose than the manifest",
    ),
    row(
      "set",
      isSameSet,
      `the manifest commits to this set of ${committed.size} ${set}`,
      `the manifest commits to another set of ${set}`,
    ),
    row(
      "proof",
      verifyMembership(membership, committed, membership.token),
      claim === "included" ? "the token is in the set" : "the token is not in the set",
      `the hashes do not show that the token is ${claim}`,
    ),
    keyRow,
    checkToken(membership, known, keyRow, manifest),
    {
      name: "sorted",
      outcome: "not-checked",
      says: "that the set is sorted and is that of the shards is checked by `proviso export verify`, with the export's private files",
    },
  ];
}

function keyOf(membership: Membership, manifest: Manifest, known: MembershipKnown): Uint8Array | undefined {
  if (known.key !== undefined) return exportKeyOf(known.key, manifest);
  if (known.exportKey !== undefined) return known.exportKey;
  return membership.exportKey === undefined ? undefined : hexToBytes(membership.exportKey);
}

/** Were the key not the manifest's, a token of it would be nobody's, and so in no set. */
function checkKey(membership: Membership, manifest: Manifest, known: MembershipKnown): MembershipCheck {
  const key = keyOf(membership, manifest, known);
  if (key === undefined) {
    return lacking("key", "the export's key is not disclosed: whose token it is cannot be seen");
  }
  const isDisclosed = membership.exportKey === undefined || membership.exportKey === bytesToHex(key);
  const isNamed = known.key === undefined || keyIdOf(known.key) === manifest.key;
  const isCommitted = key.length === EXPORT_KEY_BYTES && exportKeyCommitment(key) === manifest.members.key;
  return row(
    "key",
    isDisclosed && isNamed && isCommitted,
    "the key is the one that the manifest commits to",
    "the key is not the one that the manifest commits to",
  );
}

function checkToken(
  membership: Membership,
  known: MembershipKnown,
  { outcome }: MembershipCheck,
  manifest: Manifest,
): MembershipCheck {
  const { set, token } = membership;
  const key = keyOf(membership, manifest, known);
  const what = set === "items" ? "item" : "conversation";
  const { conversation, item } = known;
  if (conversation === undefined || (set === "items" && item === undefined)) {
    return lacking("token", `whose token it is was not looked at: name the ${what}`);
  }
  if (set === "conversations" && item !== undefined) {
    return row("token", false, "", "the proof is about a conversation, not about an item");
  }
  if (key === undefined || outcome === "not-checked") {
    return lacking("token", `whether the token is the ${what}'s cannot be seen without the export's key`);
  }
  if (outcome === "failed")
    return row("token", false, "", "without the manifest's key the token is nobody's");
  const tokens = tokensUnder(key);
  const own = item === undefined ? tokens.conversation(conversation) : tokens.item(conversation, item);
  return row(
    "token",
    bytesToHex(own) === token,
    `the token is the ${what}'s`,
    `the token is not the ${what}'s`,
  );
}

function row(name: MembershipCheck["name"], holds: boolean, ok: string, failed: string): MembershipCheck {
  return holds ? { name, outcome: "ok", says: ok } : { name, outcome: "failed", says: failed };
}

function lacking(name: MembershipCheck["name"], says: string): MembershipCheck {
  return { name, outcome: "not-checked", says, isNeeded: true };
}
