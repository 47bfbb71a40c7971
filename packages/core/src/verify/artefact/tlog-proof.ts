/** A leaf's place in a log by itself (C2SP tlog-proof); the leaf is another of the files. */
import { parseCheckpoint, parseTlogProof } from "../../ledger/index.ts";
import { leafHash, verifyInclusion } from "../../merkle/index.ts";
import { type Check, failed, lacking, notChecked, ok } from "../checklist.ts";
import type { GivenFile } from "../given.ts";
import { printHead } from "../history.ts";
import { headChecks } from "../signed.ts";
import type { Scene, Verifier } from "./artefact.ts";

/** C2SP tlog-tiles: the length of an entry has two bytes. */
const MAX_LEAF = 0xffff;

export const tlogProof: Verifier = {
  says: "proof that an entry is in a log",
  is: (text) => text.startsWith("c2sp.org/tlog-proof@"),
  verify({ file, text }, scene) {
    const { index, hashes, extra, checkpoint } = parseTlogProof(text, file.name);
    const head = parseCheckpoint(checkpoint, file.name);
    const isLeaf = (leaf: Uint8Array): boolean =>
      verifyInclusion(leafHash(leaf), index, head.size, hashes, head.root);
    return [
      ok("form", `a proof for entry ${index} of ${printHead(head)}`),
      inclusionCheck(index, isLeaf, scene),
      ...headChecks(head, scene),
      ...(extra === undefined
        ? []
        : [notChecked("extra", "what the file holds beside the proof: nothing vouches for it")]),
    ];
  },
  heads: ({ file, text }) => [parseCheckpoint(parseTlogProof(text, file.name).checkpoint, file.name)],
  uses: ({ file, text }, others) => {
    const { index, hashes, checkpoint } = parseTlogProof(text, file.name);
    const { size, root } = parseCheckpoint(checkpoint, file.name);
    return others.filter(
      ({ content }) => content !== undefined && verifyInclusion(leafHash(content), index, size, hashes, root),
    );
  },
};

function inclusionCheck(index: number, isLeaf: (leaf: Uint8Array) => boolean, { others }: Scene): Check {
  const leaves = others.filter(mayBeLeaf);
  const leaf = leaves.find(({ content }) => isLeaf(content));
  if (leaf !== undefined)
    return ok("inclusion", `\`${leaf.name}\` is entry ${index} of the log, byte for byte`);
  if (leaves.length === 0)
    return lacking("inclusion", "what is in the log: give the entry's file together with its proof");
  return failed("inclusion", `none of the other files is entry ${index} of the log`);
}

function mayBeLeaf(file: GivenFile): file is GivenFile & { readonly content: Uint8Array } {
  return file.content !== undefined && file.bytes <= MAX_LEAF;
}
