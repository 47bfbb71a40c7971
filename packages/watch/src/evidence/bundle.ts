/**
 * Archive -> **Bundle** -> checked offline, by anyone
 *
 * One file that shows what a vendor's document said, or what changed in it: the raw bytes of the answers,
 * the rules by which the text was made of them, the text, what it says with quotes, and the lines of the
 * archive's index with their place under its root.
 */
import { EVIDENCE } from "@proviso/core/ledger";
import { AXES, DIRECTIONS } from "@proviso/core/terms";
import { z } from "zod";
import { RULES } from "./rules-schema.ts";

export const BUNDLE_FORMAT = "proviso-terms-evidence/1";
export const HEAD_FORMAT = "proviso-terms-head/1";

const HASH = z.string().regex(/^sha256:[0-9a-f]{64}$/, "is not `sha256:` and 64 hexadecimal figures");
const COUNT = z.number().int().nonnegative();
const SEQ = z.number().int().positive();

/** What an archive's index was at one time: this is what a ledger signs. */
export const INDEX_HEAD = z.strictObject({
  format: z.literal(HEAD_FORMAT),
  entries: SEQ,
  /** Hash of the last line, without its line end. */
  head: HASH,
  /** Of the Merkle tree (RFC 6962) over the lines, without their line ends. */
  root: HASH,
});

const LINE = z.strictObject({
  seq: SEQ,
  /** As it stands in `index.jsonl`. */
  line: z.string(),
  /** Hexadecimal, from the line up to the root. */
  proof: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(63),
});

const VERSION = z.strictObject({
  /** Of its line. */
  seq: SEQ,
  markdown: z.string(),
  /** The snapshots it was made of, in order; empty where the archive has none, as after an import. */
  parts: z
    .array(
      z.strictObject({
        /** Of the snapshot's line. */
        seq: SEQ,
        /** Null: no declaration at hand had the rules that the recipe names. */
        rules: RULES.nullable(),
      }),
    )
    .max(100),
});

const FACT = z.strictObject({
  /** `seq` of the version. */
  version: SEQ,
  axis: z.enum(AXES),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** Offsets into the Markdown, in UTF-16 code units. */
  start: COUNT,
  end: COUNT,
  quote: z.string(),
});

/** `before` and `after` count within `facts`, from 0. */
const CHANGE = z.strictObject({
  axis: z.enum(AXES),
  kind: z.enum(["added", "removed", "changed"]),
  direction: z.enum(DIRECTIONS),
  why: z.string(),
  before: COUNT.nullable(),
  after: COUNT.nullable(),
});

export const BUNDLE = z.strictObject({
  format: z.literal(BUNDLE_FORMAT),
  /** One, or those before and after a change. */
  versions: z.array(VERSION).min(1).max(2),
  facts: z.array(FACT),
  changes: z.array(CHANGE),
  index: z.strictObject({ head: INDEX_HEAD, lines: z.array(LINE) }),
  blobs: z.array(z.strictObject({ hash: HASH, base64: z.string() })),
  /** That a ledger logged the head of the index. */
  ledger: EVIDENCE.nullable(),
});

export type Bundle = z.infer<typeof BUNDLE>;
export type IndexHead = z.infer<typeof INDEX_HEAD>;
export type BundleVersion = Bundle["versions"][number];
export type BundleLine = Bundle["index"]["lines"][number];
export type BundleFact = Bundle["facts"][number];
export type BundleChange = Bundle["changes"][number];
