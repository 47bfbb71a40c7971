/** A log that another program has written: ours reads it, and writes the same bytes. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseCheckpoint } from "@proviso/core/ledger";
import {
  consistencyProof,
  inclusionProof,
  leafHash,
  nodesOfConsistency,
  nodesOfInclusion,
  nodesOfRoot,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from "@proviso/core/merkle";
import { describe, expect, it } from "vitest";
import { FolderReader } from "../src/ledger/folder/folder-medium.ts";
import { makeFolderLedger, openFolderLedger } from "../src/ledger/index.ts";
import { readNodes } from "../src/ledger/read-nodes.ts";

const GOLDEN = fileURLToPath(new URL("../../../../shared/data/vectors/tlog/tessera-log/", import.meta.url));
const isThere = existsSync(GOLDEN);
const SIZE = 15;

if (!isThere) it.skip("a log written by Tessera: not there beside the checkout", () => undefined);

describe.skipIf(!isThere)("a log written by Tessera", () => {
  const medium = new FolderReader(GOLDEN);
  const headAt = (size: number) => parseCheckpoint(readFileSync(join(GOLDEN, `checkpoint.${size}`), "utf8"));

  it.each([1, 7, 15])("has the root of checkpoint %i", async (size) => {
    const read = await readNodes(medium, nodesOfRoot(size), size);
    const head = headAt(size);
    expect(head.size).toBe(size);
    expect(Buffer.from(rootOf(size, read))).toEqual(Buffer.from(head.root));
  });

  it.each([1, 7, 15])("holds every entry of checkpoint %i", async (size) => {
    const entries = await medium.leaves({ index: 0, width: size });
    for (const [index, entry] of entries.entries()) {
      const read = await readNodes(medium, nodesOfInclusion(index, size), size);
      const proof = inclusionProof(index, size, read);
      expect(verifyInclusion(leafHash(entry), index, size, proof, headAt(size).root)).toBe(true);
      const other = leafHash(Buffer.concat([entry, Buffer.of(0)]));
      expect(verifyInclusion(other, index, size, proof, headAt(size).root)).toBe(false);
    }
  });

  it.each([
    [1, 7],
    [1, 15],
    [7, 15],
  ])("goes on from checkpoint %i to %i", async (first, second) => {
    const read = await readNodes(medium, nodesOfConsistency(first, second), second);
    const proof = consistencyProof(first, second, read);
    expect(verifyConsistency(first, second, headAt(first).root, headAt(second).root, proof)).toBe(true);
    expect(verifyConsistency(first, second, headAt(first + 1).root, headAt(second).root, proof)).toBe(false);
  });

  it("has the same tiles as ours with its entries", async () => {
    const root = mkdtempSync(join(tmpdir(), "proviso-tessera-"));
    const folder = join(root, "log");
    await makeFolderLedger(folder, "example.com/log");
    const entries = await medium.leaves({ index: 0, width: SIZE });
    const ledger = await openFolderLedger(folder, { write: true });
    for (const data of entries) await ledger.appendLeaves([{ data, opening: undefined }]);
    const names = readdirSync(join(GOLDEN, "tile"), { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(join(GOLDEN, "tile", name)).isFile())
      .sort();
    expect(names.length).toBe(2 * SIZE);
    for (const name of names) {
      expect(readFileSync(join(folder, "tile", name)), name).toEqual(
        readFileSync(join(GOLDEN, "tile", name)),
      );
    }
    expect(readdirSync(join(folder, "tile"), { recursive: true }).length).toBe(
      readdirSync(join(GOLDEN, "tile"), { recursive: true }).length,
    );
    await ledger.close();
    rmSync(root, { recursive: true });
  });
});
