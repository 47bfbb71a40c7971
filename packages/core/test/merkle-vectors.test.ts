/** The published vectors for RFC 6962 and 9162 proofs and for subtrees, where they lie beside the checkout. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  EMPTY_ROOT,
  leafHash,
  nodeHash,
  verifyConsistency,
  verifyInclusion,
  verifySubtreeConsistency,
  verifySubtreeInclusion,
} from "../src/merkle/index.ts";

const FOLDER = new URL("../../../../shared/data/vectors/tlog/", import.meta.url);

interface Row {
  readonly path: string;
  readonly desc: string;
  readonly wantErr: boolean;
  readonly proof: readonly string[] | null;
  readonly [field: string]: unknown;
}

const VERIFIERS: Readonly<Record<string, (row: Row) => boolean>> = {
  inclusion: (row) =>
    verifyInclusion(
      hash(row, "leafHash"),
      num(row, "leafIdx"),
      num(row, "treeSize"),
      path(row),
      hash(row, "root"),
    ),
  consistency: (row) =>
    verifyConsistency(
      num(row, "size1"),
      num(row, "size2"),
      hash(row, "root1"),
      hash(row, "root2"),
      path(row),
    ),
  subtreeinclusion: (row) =>
    verifySubtreeInclusion(
      hash(row, "leafHash"),
      num(row, "leafIdx"),
      num(row, "start"),
      num(row, "end"),
      path(row),
      hash(row, "root"),
    ),
  subtreeconsistency: (row) =>
    verifySubtreeConsistency(
      num(row, "start"),
      num(row, "end"),
      num(row, "size"),
      path(row),
      hash(row, "root1"),
      hash(row, "root2"),
    ),
};

for (const [name, verify] of Object.entries(VERIFIERS)) {
  describe.skipIf(!existsSync(FOLDER))(`published vectors: ${name}`, () => {
    const rows = existsSync(FOLDER)
      ? (JSON.parse(readFileSync(new URL(`merkle-${name}.json`, FOLDER), "utf8")) as readonly Row[])
      : [];
    it("are there", () => expect(rows.length).toBeGreaterThan(90));
    it.each(rows.map((row) => [row.path, row] as const))("%s", (_, row) => {
      expect(verify(row)).toBe(!row.wantErr);
    });
  });
}

describe.skipIf(!existsSync(FOLDER))("published vectors: hashes", () => {
  it("are the same", () => {
    const { vectors } = JSON.parse(readFileSync(new URL("rfc6962-hash.json", FOLDER), "utf8")) as {
      readonly vectors: readonly Readonly<Record<string, string>>[];
    };
    for (const one of vectors) {
      const utf8 = (field: string): Uint8Array => new TextEncoder().encode(one[field] ?? "");
      const made =
        one["what"] === "node"
          ? nodeHash(utf8("leftUtf8"), utf8("rightUtf8"))
          : one["what"] === "leaf"
            ? leafHash(utf8("inputUtf8"))
            : EMPTY_ROOT;
      expect(Buffer.from(made).toString("hex")).toBe(one["sha256"]);
    }
  });
});

function num(row: Row, field: string): number {
  return Number(row[field]);
}

function hash(row: Row, field: string): Uint8Array {
  return Buffer.from(String(row[field]), "base64");
}

function path({ proof }: Row): readonly Uint8Array[] {
  return (proof ?? []).map((one) => Buffer.from(one, "base64"));
}
