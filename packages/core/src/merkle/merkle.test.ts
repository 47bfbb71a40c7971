/** A tree that is grown leaf by leaf, its proofs, and what they must not prove. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  consistencyProof,
  EMPTY_ROOT,
  inclusionProof,
  leafHash,
  leafHashes,
  nodesOfConsistency,
  nodesOfInclusion,
  rootOf,
  Tree,
  verifyConsistency,
  verifyInclusion,
} from "./index.ts";

function grow(size: number): {
  readonly tree: Tree;
  readonly read: (level: number, index: number) => Uint8Array;
} {
  const nodes = new Map<string, Uint8Array>();
  const tree = new Tree((level, index, hash) => nodes.set(`${level}/${index}`, hash));
  for (let at = 0; at < size; at += 1) tree.add(leafHash(Buffer.from(`leaf ${at}`)));
  const read = (level: number, index: number): Uint8Array => {
    const hash = nodes.get(`${level}/${index}`);
    if (hash === undefined) throw new Error(`${level}/${index} is no complete subtree`);
    return hash;
  };
  return { tree, read };
}

/** The definition, word for word: RFC 6962 section 2.1. */
function byDefinition(leaves: readonly Uint8Array[]): Buffer {
  const sha = (...parts: readonly Uint8Array[]): Buffer =>
    createHash("sha256").update(Buffer.concat(parts)).digest();
  if (leaves.length === 0) return sha();
  const [only] = leaves;
  if (leaves.length === 1 && only !== undefined) return sha(Buffer.of(0), only);
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha(Buffer.of(1), byDefinition(leaves.slice(0, split)), byDefinition(leaves.slice(split)));
}

const sizes = fc.integer({ min: 1, max: 300 });

it("has the root of the definition at every size", () => {
  expect(new Tree().root()).toEqual(EMPTY_ROOT);
  for (let size = 1; size < 70; size += 1) {
    const leaves = Array.from({ length: size }, (_, at) => Buffer.from(`leaf ${at}`));
    const { tree, read } = grow(size);
    expect(Buffer.from(tree.root())).toEqual(byDefinition(leaves));
    expect(rootOf(size, read)).toEqual(tree.root());
    expect(Tree.from(size, read).root()).toEqual(tree.root());
  }
});

it("proves each leaf, and nothing with one bit changed", () => {
  fc.assert(
    fc.property(sizes, fc.nat(), fc.nat(), fc.nat(7), (size, which, byte, bit) => {
      const index = which % size;
      const { tree, read } = grow(size);
      const proof = inclusionProof(index, size, read);
      const leaf = leafHash(Buffer.from(`leaf ${index}`));
      expect(verifyInclusion(leaf, index, size, proof, tree.root())).toBe(true);
      expect(nodesOfInclusion(index, size).length).toBeGreaterThanOrEqual(proof.length);
      const parts = [leaf, ...proof, tree.root()].map((one) => Uint8Array.from(one));
      const flat = byte % (parts.length * 32);
      const part = parts[Math.floor(flat / 32)] as Uint8Array;
      part[flat % 32] = (part[flat % 32] as number) ^ (1 << bit);
      const [changed, ...rest] = parts as [Uint8Array, ...Uint8Array[]];
      expect(verifyInclusion(changed, index, size, rest.slice(0, -1), rest.at(-1) as Uint8Array)).toBe(false);
      const other = (index + 1 + (byte % size)) % size;
      if (other !== index) expect(verifyInclusion(leaf, other, size, proof, tree.root())).toBe(false);
    }),
  );
});

it("proves that a tree goes on from an earlier one, and from no other", () => {
  fc.assert(
    fc.property(sizes, fc.nat(), (second, some) => {
      const first = 1 + (some % second);
      const { tree, read } = grow(second);
      const earlier = grow(first).tree.root();
      const proof = consistencyProof(first, second, read);
      expect(verifyConsistency(first, second, earlier, tree.root(), proof)).toBe(true);
      expect(nodesOfConsistency(first, second).length).toBeGreaterThanOrEqual(proof.length);
      const forked = new Tree();
      for (let at = 0; at < first; at += 1) forked.add(leafHash(Buffer.from(`other ${at}`)));
      expect(verifyConsistency(first, second, forked.root(), tree.root(), proof)).toBe(false);
      for (const [at] of proof.entries()) {
        const fewer = proof.filter((_, index) => index !== at);
        expect(verifyConsistency(first, second, earlier, tree.root(), fewer)).toBe(false);
      }
    }),
  );
});

it("grows by many leaves at once as by one after another", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(70), { maxLength: 6 }), fc.nat(300), (counts, length) => {
      const heard: Record<"one" | "many", [string, string][]> = { one: [], many: [] };
      const hears = (which: "one" | "many") => (level: number, index: number, hash: Uint8Array) =>
        heard[which].push([`${level}/${index}`, Buffer.from(hash).toString("hex")]);
      const one = new Tree(hears("one"));
      const many = new Tree();
      const hear = hears("many");
      for (const [batch, count] of counts.entries()) {
        const data = Array.from({ length: count }, (_, at) =>
          Buffer.alloc(length + (batch === 1 ? at : 0), `${batch} ${at} `),
        );
        for (const leaf of data) one.add(leafHash(leaf));
        many.addAll(leafHashes(data), (level, first, hashes) => {
          for (let at = 0; at < hashes.length; at += 32)
            hear(level, first + at / 32, hashes.slice(at, at + 32));
        });
        expect(many.size).toBe(one.size);
        expect(many.root()).toEqual(one.root());
      }
      expect(new Map(heard.many)).toEqual(new Map(heard.one));
      expect(heard.many.length).toBe(heard.one.length);
    }),
  );
});

it("hashes many leaves as RFC 6962 says, of whatever lengths", () => {
  const data = [
    0, 1, 54, 55, 56, 63, 64, 118, 119, 120, 129, 129, 129, 129, 8_000, 9_000, 9_000, 9_000, 9_000, 3,
  ].map((length) => Buffer.alloc(length, "leaf"));
  for (const list of [data, data.flatMap((one) => [one, one, one, one])]) {
    const expected = list.map((one) => createHash("sha256").update(Buffer.of(0)).update(one).digest("hex"));
    expect(Buffer.from(leafHashes(list)).toString("hex")).toBe(expected.join(""));
  }
});

it("refuses to prove what is not there", () => {
  const { read } = grow(4);
  expect(() => inclusionProof(4, 4, read)).toThrow(RangeError);
  expect(() => consistencyProof(0, 4, read)).toThrow(RangeError);
  expect(() => consistencyProof(5, 4, read)).toThrow(RangeError);
});

it("holds for trees beyond 32 bits", () => {
  const fake = leafHash(Buffer.from("x"));
  const read = (): Uint8Array => fake;
  const size = 2 ** 40 + 12_345;
  for (const index of [0, 2 ** 33 + 7, size - 1]) {
    const proof = inclusionProof(index, size, read);
    expect(proof.length).toBeLessThanOrEqual(42);
    expect(verifyInclusion(fake, index, size, proof, rootOf(1, read))).toBe(false);
  }
});
