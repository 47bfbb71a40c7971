/**
 * One artefact of each kind, of one log, one export and one witness; others by other seeds.
 */

import { bytesToHex, concatBytes } from "@noble/hashes/utils.js";
import {
  compareTokens,
  exportKeyCommitment,
  exportKeyOf,
  keyIdOf,
  type Manifest,
  MEMBERSHIP_FORMAT,
  type Membership,
  proveMembership,
  SetBuilder,
  type SortedSet,
  sealed,
  sortedSet,
  tokensUnder,
} from "../src/export/index.ts";
import {
  commit,
  newSigningKey,
  type Opening,
  printCheckpoint,
  printNote,
  printTlogProof,
  signNote,
  signText,
  type VerifierKey,
} from "../src/ledger/index.ts";
import { consistencyProof, inclusionProof, leafHash, Tree } from "../src/merkle/index.ts";
import {
  type Asked,
  type DeletionBody,
  deletionToken,
  type GivenFile,
  Intake,
  newBudget,
  newHasher,
  printConsistency,
} from "../src/verify/index.ts";
import { sampleBody } from "./export-sample.ts";

const CONVERSATION = "c-2";
const WITNESSED = 1_760_000_000;

export interface Sample {
  readonly keys: readonly VerifierKey[];
  readonly key: Uint8Array;
  /** By what they are. Each can be verified together with what it needs. */
  readonly files: Readonly<Record<Kind, readonly GivenFile[]>>;
}

export const KINDS = [
  "checkpoint",
  "tlog-proof",
  "evidence",
  "consistency",
  "manifest",
  "membership",
  "exclusion",
  "deletion",
] as const;
export type Kind = (typeof KINDS)[number];

export function given(name: string, content: string | Uint8Array): GivenFile {
  const intake = new Intake(name, newHasher(), newBudget());
  intake.add(typeof content === "string" ? new TextEncoder().encode(content) : content);
  return intake.end();
}

/** What somebody asks who trusts the sample's keys. */
export function askedOf({ keys, key }: Sample, kind: Kind): Asked {
  const about = { membership: CONVERSATION, exclusion: "c-9", deletion: CONVERSATION } as const;
  return { keys, key, conversation: kind in about ? about[kind as keyof typeof about] : undefined };
}

/** @param seed of every key: two samples have nothing in common but what they say */
export function sampleOf(seed: number): Sample {
  const bytes = (part: number): Uint8Array => new Uint8Array(32).fill(10 * seed + part);
  const log = newSigningKey("example.com/log", bytes(1));
  const witness = newSigningKey("witness.example", bytes(2), "cosignature");
  const key = bytes(3);
  const shard = `{"messages":[],"seed":${seed}}\n`;
  const exported = exportOf(key, shard);
  const body: DeletionBody = {
    format: "proviso-deletion/1",
    subject: { conversation: deletionToken(key, CONVERSATION) },
    stores: [{ store: "primary", absent: true, at: "2026-03-01T00:00:00Z" }],
    keyDestroyed: { key: "k-1", at: "2026-03-02T00:00:00Z" },
  };
  const values: readonly Pick<Opening, "kind" | "value">[] = [
    { kind: "event", value: { type: "choice.made", allows: false } },
    { kind: "manifest", value: { digest: exported.manifest.digest } },
    { kind: "deletion", value: body },
    ...[0, 1, 2, 3].map((at) => ({ kind: "policy" as const, value: { at } })),
  ];
  const openings = values.map((one, at): Opening => ({ ...one, salt: bytesToHex(bytes(4 + at)) }));
  const nodes = new Map<string, Uint8Array>();
  const readNode = (level: number, at: number): Uint8Array => nodes.get(`${level}/${at}`) ?? new Uint8Array();
  const heads: string[] = [];
  const tree = new Tree((level, at, hash) => nodes.set(`${level}/${at}`, hash));
  for (const one of openings) {
    tree.add(leafHash(commit(one).data));
    const text = printCheckpoint({ origin: log.name, size: tree.size, root: tree.root(), extensions: [] });
    const signatures = [...signNote(text, log).signatures, signText(text, witness, WITNESSED)];
    heads.push(printNote({ text, signatures }));
  }
  const checkpoint = heads.at(-1) ?? "";
  const proofOf = (index: number): string =>
    printTlogProof({
      index,
      hashes: inclusionProof(index, tree.size, readNode),
      extra: undefined,
      checkpoint,
    });
  const evidenceOf = (index: number): unknown => ({
    format: "proviso-evidence/1",
    opening: openings[index],
    proof: proofOf(index),
  });
  const consistency = {
    from: heads[2] ?? "",
    to: checkpoint,
    hashes: consistencyProof(3, tree.size, readNode),
  };
  const manifest = [
    given("manifest.json", JSON.stringify(exported.manifest, null, 2)),
    given("train.jsonl", shard),
    given("evidence.json", JSON.stringify(evidenceOf(1))),
  ];
  return {
    keys: [log, witness],
    key,
    files: {
      checkpoint: [given("checkpoint", checkpoint)],
      "tlog-proof": [
        given("leaf.tlog-proof", proofOf(0)),
        given("leaf", commit(openings[0] as Opening).data),
      ],
      evidence: [given("event.json", JSON.stringify(evidenceOf(0)))],
      consistency: [given("consistency.json", printConsistency(consistency))],
      manifest,
      membership: [given("proof.json", JSON.stringify(exported.prove(CONVERSATION))), ...manifest],
      exclusion: [given("proof.json", JSON.stringify(exported.prove("c-9"))), ...manifest],
      deletion: [given("deleted.json", JSON.stringify({ ...body, evidence: evidenceOf(2) }))],
    },
  };
}

function exportOf(
  key: Uint8Array,
  shard: string,
): {
  readonly manifest: Manifest;
  readonly prove: (conversation: string) => Membership;
} {
  const about = { purpose: "train-general", key: keyIdOf(key) };
  const exportKey = exportKeyOf(key, sampleBody(about));
  const tokens = tokensUnder(exportKey);
  const conversations = setOf(["c-1", CONVERSATION, "c-3", "c-4"].map((id) => tokens.conversation(id)));
  const members = {
    key: exportKeyCommitment(exportKey),
    conversations: conversations.root,
    items: setOf([]).root,
  };
  const { bytes, sha256: hash } = given("train.jsonl", shard);
  const shards = [{ file: "train.jsonl", lines: 1, bytes, sha256: hash }];
  const manifest = sealed({ ...sampleBody(about), members, shards }, []);
  return {
    manifest,
    prove: (conversation) => {
      const token = tokens.conversation(conversation);
      return {
        format: MEMBERSHIP_FORMAT,
        manifest: manifest.digest,
        purpose: manifest.purpose,
        set: "conversations",
        ...conversations.root,
        token: bytesToHex(token),
        exportKey: bytesToHex(exportKey),
        ...proveMembership(conversations.set, token),
      };
    },
  };
}

function setOf(tokens: readonly Uint8Array[]): {
  readonly root: Manifest["members"]["items"];
  readonly set: SortedSet;
} {
  const sorted = [...tokens].sort(compareTokens);
  const builder = new SetBuilder();
  for (const one of sorted) builder.add(one);
  const bytes = concatBytes(...sorted);
  const set = sortedSet(sorted.length, (offset, length) => bytes.subarray(offset, offset + length));
  return { root: builder.set(), set };
}
