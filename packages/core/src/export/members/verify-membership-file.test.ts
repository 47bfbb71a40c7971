import { bytesToHex } from "@noble/hashes/utils.js";
import { describe, expect, it } from "vitest";
import { sampleBody } from "../../../test/export-sample.ts";
import { sealed } from "../make-manifest.ts";
import type { Manifest } from "../manifest.ts";
import { exportKeyCommitment, exportKeyOf, keyIdOf, tokensUnder } from "../token.ts";
import { compareTokens } from "./members.ts";
import { MEMBERSHIP_FORMAT, type Membership } from "./membership.ts";
import { parseMembership } from "./parse-membership.ts";
import { proveMembership } from "./prove-membership.ts";
import { SetBuilder } from "./set-builder.ts";
import { sortedSet } from "./sorted-set.ts";
import { type MembershipKnown, verifyMembershipFile } from "./verify-membership-file.ts";

const KEY = new Uint8Array(32).fill(7);
const OTHER = new Uint8Array(32).fill(8);
const IN = ["c-1", "c-2", "c-3"];

interface Sample {
  readonly manifest: Manifest;
  readonly exportKey: Uint8Array;
  readonly prove: (conversation: string, item?: string, disclose?: boolean) => Membership;
}

function sample(key = KEY, purpose = "train-general", ids = IN): Sample {
  const about = { purpose, key: keyIdOf(key) };
  const exportKey = exportKeyOf(key, sampleBody(about));
  const tokens = tokensUnder(exportKey);
  const sets = {
    conversations: built(ids.map((id) => tokens.conversation(id))),
    items: built(ids.map((id) => tokens.item(id, "i"))),
  };
  const members = {
    key: exportKeyCommitment(exportKey),
    conversations: sets.conversations.root,
    items: sets.items.root,
  };
  const manifest = sealed({ ...sampleBody(about), members }, []);
  return {
    manifest,
    exportKey,
    prove(conversation, item, disclose = false) {
      const set = item === undefined ? "conversations" : "items";
      const token = item === undefined ? tokens.conversation(conversation) : tokens.item(conversation, item);
      return parseMembership(
        JSON.stringify({
          format: MEMBERSHIP_FORMAT,
          manifest: manifest.digest,
          purpose,
          set,
          ...sets[set].root,
          token: bytesToHex(token),
          ...proveMembership(sets[set].set, token),
          ...(disclose ? { exportKey: bytesToHex(exportKey) } : {}),
        }),
      );
    },
  };
}

function built(tokens: readonly Uint8Array[]) {
  const sorted = [...tokens].sort(compareTokens);
  const builder = new SetBuilder();
  for (const one of sorted) builder.add(one);
  const bytes = Buffer.concat(sorted);
  const set = sortedSet(sorted.length, (offset, length) => bytes.subarray(offset, offset + length));
  return { root: builder.set(), set };
}

/** The names of the checks with that outcome. */
function named(
  outcome: "failed" | "not-checked",
  membership: Membership,
  manifest: Manifest,
  known: MembershipKnown,
): readonly string[] {
  return verifyMembershipFile(membership, manifest, known)
    .filter((one) => one.outcome === outcome)
    .map(({ name }) => name);
}

const ONE = sample();

describe("the checklist of a proof", () => {
  it.each<[string, Membership, MembershipKnown]>([
    ["of a member, by the key", ONE.prove("c-1"), { conversation: "c-1", key: KEY }],
    ["of another, by the key", ONE.prove("c-9"), { conversation: "c-9", key: KEY }],
    ["by the export's key", ONE.prove("c-9"), { conversation: "c-9", exportKey: ONE.exportKey }],
    ["by the disclosed key", ONE.prove("c-9", undefined, true), { conversation: "c-9" }],
    ["of an item", ONE.prove("c-2", "i", true), { conversation: "c-2", item: "i" }],
    ["of an item that is not in", ONE.prove("c-2", "k", true), { conversation: "c-2", item: "k" }],
  ])("%s says ok to all but what takes the private files", (_, membership, known) => {
    expect(named("failed", membership, ONE.manifest, known)).toEqual([]);
    expect(named("not-checked", membership, ONE.manifest, known)).toEqual(["sorted"]);
  });

  it.each<[string, Membership, MembershipKnown, readonly string[]]>([
    ["without a key", ONE.prove("c-9"), { conversation: "c-9" }, ["key", "token", "sorted"]],
    ["without a name", ONE.prove("c-9"), { key: KEY }, ["token", "sorted"]],
    [
      "without the item's name",
      ONE.prove("c-9", "i"),
      { conversation: "c-9", key: KEY },
      ["token", "sorted"],
    ],
  ])("names what was not checked %s", (_, membership, known, expected) => {
    expect(named("not-checked", membership, ONE.manifest, known)).toEqual(expected);
    expect(named("failed", membership, ONE.manifest, known)).toEqual([]);
  });

  const own: MembershipKnown = { conversation: "c-9", key: KEY };
  const otherKey = sample(OTHER);
  const otherPurpose = sample(KEY, "train-safety");
  const otherSet = sample(KEY, "train-general", [...IN, "c-4"]);
  const proof = ONE.prove("c-9");

  it.each<[string, Membership, MembershipKnown, readonly string[]]>([
    ["another key's export", otherKey.prove("c-9"), own, ["manifest", "set", "proof", "token"]],
    ["another purpose's", otherPurpose.prove("c-9"), own, ["manifest", "purpose", "set", "proof", "token"]],
    ["another set under the same key", otherSet.prove("c-9"), own, ["manifest", "set", "proof"]],
    ["another conversation", proof, { ...own, conversation: "c-8" }, ["token"]],
    ["a key that is not the export's", proof, { ...own, key: OTHER }, ["key", "token"]],
    ["an item, asked of a conversation", proof, { ...own, item: "i" }, ["token"]],
    [
      "a key made up afterwards, under which nobody is in",
      {
        ...ONE.prove("c-1"),
        ...proveUnder(OTHER, "c-1"),
        exportKey: bytesToHex(OTHER),
      } as Membership,
      { conversation: "c-1" },
      ["key", "token"],
    ],
    ["another size", { ...proof, size: 4 }, own, ["set"]],
    ["another manifest's digest", { ...proof, manifest: otherSet.manifest.digest }, own, ["manifest"]],
  ])("refuses %s, and says which check failed", (_, membership, known, expected) => {
    expect(named("failed", membership, ONE.manifest, known)).toEqual(expected);
  });

  /** What a holder of the set could show for a token of any key. */
  function proveUnder(exportKey: Uint8Array, conversation: string) {
    const token = tokensUnder(exportKey).conversation(conversation);
    const tokens = IN.map((id) => tokensUnder(ONE.exportKey).conversation(id));
    return { token: bytesToHex(token), ...proveMembership(built(tokens).set, token) };
  }

  it("changes with every bit of a proof file, or the file is no proof any more", () => {
    for (const [id, item] of [["c-1"], ["c-9"], ["c-1", "i"]] as const) {
      const text = JSON.stringify(ONE.prove(id, item, true));
      const known = { conversation: id, item };
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; at += 1) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
        expect(isRefused(changed.toString("utf8"), known), `byte ${at} of ${text}`).toBe(true);
      }
    }
  });

  function isRefused(text: string, known: MembershipKnown): boolean {
    let membership: Membership;
    try {
      membership = parseMembership(text, "proof.json");
    } catch (error) {
      expect(error).toMatchObject({ code: "PROOF_INVALID", place: { file: "proof.json" } });
      return true;
    }
    return named("failed", membership, ONE.manifest, known).length > 0;
  }
});
