import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { setFileBytes } from "./layout.ts";
import { compareTokens, type SetRoot, TOKEN_BYTES } from "./members.ts";
import type { Exclusion, MembershipProof, Neighbour } from "./membership-proof.ts";
import { proveMembership } from "./prove-membership.ts";
import { SetBuilder } from "./set-builder.ts";
import { type SortedSet, sortedSet } from "./sorted-set.ts";
import { verifyMembership } from "./verify-membership.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
/** Few first bytes, so that neighbours begin alike. */
const token: fc.Arbitrary<Uint8Array> = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.uint8Array({ minLength: 31, maxLength: 31 }))
  .map(([first, rest]) => Uint8Array.of(first, ...rest));
const tokens = fc.uniqueArray(token, { maxLength: 40, selector: hex }).map((all) => all.sort(compareTokens));

interface Made {
  readonly set: SortedSet;
  readonly root: SetRoot;
  readonly file: Uint8Array;
}

function made(sorted: readonly Uint8Array[]): Made {
  const builder = new SetBuilder();
  for (const one of sorted) builder.add(one);
  const file = Buffer.concat([...sorted, ...builder.upper()]);
  const set = sortedSet(sorted.length, (offset, length) => {
    if (offset + length > file.length) throw new Error("beyond the file");
    return file.subarray(offset, offset + length);
  });
  return { set, root: builder.set(), file };
}

function numbered(number: number): Uint8Array {
  const one = new Uint8Array(TOKEN_BYTES);
  new DataView(one.buffer).setUint32(0, number);
  return one;
}

/** As RFC 6962 section 2.1 writes it down. */
function treeHash(leaves: readonly Uint8Array[]): Buffer {
  const [first] = leaves;
  if (first === undefined) return createHash("sha256").digest();
  if (leaves.length === 1) return createHash("sha256").update(Uint8Array.of(0)).update(first).digest();
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const [left, right] = [treeHash(leaves.slice(0, split)), treeHash(leaves.slice(split))];
  return createHash("sha256").update(Uint8Array.of(1)).update(left).update(right).digest();
}

describe("a set", () => {
  it("has the root of the tree over its tokens", () => {
    fc.assert(
      fc.property(tokens, (sorted) => {
        expect(made(sorted).root).toEqual({ root: hex(treeHash(sorted)), size: sorted.length });
      }),
    );
  });

  it.each([
    ["twice the same", [1, 1]],
    ["a lower one", [2, 1]],
  ])("takes no token out of order: %s", (_, numbers) => {
    const builder = new SetBuilder();
    const add = (): void => {
      for (const one of numbers) builder.add(numbered(one));
    };
    expect(add).toThrow(RangeError);
  });

  it.each([0, 1, 255, 256, 257, 65_535, 65_536, 66_000])("of %d tokens is read from its file", (size) => {
    const { set, root, file } = made(Array.from({ length: size }, (_, index) => numbered(index * 2 + 1)));
    expect(file.length).toBe(setFileBytes(size));
    const places = [0, 1, 255, 256, 257, 32_768, size - 2, size - 1, size];
    for (const place of places.filter((one) => one >= 0 && one <= size)) {
      for (const isMember of place < size ? [true, false] : [false]) {
        const one = numbered(place * 2 + (isMember ? 1 : 0));
        const proof = proveMembership(set, one);
        expect(proof.claim).toBe(isMember ? "included" : "excluded");
        expect(verifyMembership(proof, root, hex(one))).toBe(true);
      }
    }
  });
});

/** Every proof that somebody might hold up who has all of the set. */
function forged(set: SortedSet, own: Uint8Array): readonly MembershipProof[] {
  const proofs: MembershipProof[] = [];
  const neighbours = Array.from({ length: set.size }, (_, index): Neighbour => {
    const leaf = set.token(index);
    const { proof } = proveMembership(set, leaf);
    return { token: hex(leaf), ...(proof as { index: number; path: string[] }) };
  });
  for (const { index, path } of neighbours) proofs.push({ claim: "included", proof: { index, path } });
  const sides: readonly (Neighbour | null)[] = [null, ...neighbours];
  for (const left of sides) {
    for (const right of sides) {
      proofs.push({ claim: "excluded", proof: { left, right } });
      for (const shift of [-1, 1]) {
        const moved = (side: Neighbour | null): Neighbour | null =>
          side === null ? null : { ...side, index: side.index + shift };
        proofs.push({ claim: "excluded", proof: { left: moved(left), right } });
        proofs.push({ claim: "excluded", proof: { left, right: moved(right) } });
      }
    }
  }
  const named = neighbours.map((one) => ({ ...one, token: hex(own) }));
  for (const left of named) proofs.push({ claim: "excluded", proof: { left, right: null } });
  return proofs;
}

describe("a proof", () => {
  const small = fc.uniqueArray(token, { maxLength: 9, selector: hex }).map((all) => all.sort(compareTokens));

  it("of what is not true cannot be put together from the set's own leaves", () => {
    fc.assert(
      fc.property(small, token, fc.nat(), (sorted, other, which) => {
        const { set, root } = made(sorted);
        for (const own of [
          other,
          ...(sorted.length > 0 ? [sorted[which % sorted.length] as Uint8Array] : []),
        ]) {
          const truth = proveMembership(set, own);
          expect(verifyMembership(truth, root, hex(own))).toBe(true);
          for (const proof of forged(set, own)) {
            if (verifyMembership(proof, root, hex(own))) expect(proof).toEqual(truth);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("does not hold for another token, another set or the other claim", () => {
    fc.assert(
      fc.property(tokens, tokens, token, (sorted, others, own) => {
        const [one, other] = [made(sorted), made(others)];
        fc.pre(one.root.root !== other.root.root);
        const member = sorted[0];
        if (member !== undefined) {
          const proof = proveMembership(one.set, member);
          expect(verifyMembership(proof, one.root, hex(own))).toBe(hex(own) === hex(member));
          expect(verifyMembership(proof, other.root, hex(member))).toBe(false);
        }
        const { proof, claim } = proveMembership(one.set, own);
        if (claim !== "excluded") return;
        expect(verifyMembership({ claim, proof }, other.root, hex(own))).toBe(false);
        for (const inside of sorted)
          expect(verifyMembership({ claim, proof }, one.root, hex(inside))).toBe(false);
        if (proof.left === null || proof.right === null) return;
        const swapped: Exclusion = { left: proof.right, right: proof.left };
        expect(verifyMembership({ claim, proof: swapped }, one.root, hex(own))).toBe(false);
      }),
    );
  });

  it("does not hold with any bit of its hashes, tokens or root flipped", () => {
    fc.assert(
      fc.property(tokens, token, fc.nat(), fc.integer({ min: 0, max: 3 }), (sorted, other, which, bit) => {
        const { set, root } = made(sorted);
        for (const own of [other, ...sorted.slice(0, 1)]) {
          const proof = proveMembership(set, own);
          // All digits of the proof and the root, of which one is changed.
          const text = JSON.stringify({ proof, root });
          const hexes = [...text.matchAll(/"[0-9a-f]{64}"/g)].map(({ index }) => index + 1);
          const at = (hexes[which % hexes.length] as number) + (which % 64);
          const digit = (Number.parseInt(text.charAt(at), 16) ^ (1 << bit)).toString(16);
          const changed = JSON.parse(`${text.slice(0, at)}${digit}${text.slice(at + 1)}`) as {
            proof: MembershipProof;
            root: SetRoot;
          };
          expect(verifyMembership(changed.proof, changed.root, hex(own))).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("says nothing false under a wrong size", () => {
    fc.assert(
      fc.property(tokens, token, fc.integer({ min: 0, max: 50 }), (sorted, own, size) => {
        const { set, root } = made(sorted);
        // A root does not hold its tree's size, which is why manifests hold both; all the same no leaf
        // that is beside another or at an end could be another one's place.
        const { claim } = proveMembership(set, own);
        for (const proof of forged(set, own)) {
          if (verifyMembership(proof, { ...root, size }, hex(own))) expect(proof.claim).toBe(claim);
        }
      }),
      { numRuns: 60 },
    );
  });
});
