/** Commitments, notes and proofs of ours: what they say, and that nothing of it can be changed. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProvisoError } from "../errors.ts";
import { inclusionProof, leafHash, Tree } from "../merkle/index.ts";
import {
  commit,
  type Evidence,
  kindOfLeaf,
  LEAF_KINDS,
  newSigningKey,
  type Opening,
  openNote,
  opens,
  parseCheckpoint,
  parseEntries,
  parseNote,
  parseTlogProof,
  placeOf,
  printCheckpoint,
  printEntries,
  printNote,
  printTlogProof,
  signNote,
  signText,
} from "./index.ts";

const key = newSigningKey("example.com/log", new Uint8Array(32).fill(7));
const witness = newSigningKey("witness.example", new Uint8Array(32).fill(8), "cosignature");
const salt = "5a".repeat(32);

const openings = fc.record({
  kind: fc.constantFrom(...LEAF_KINDS),
  salt: fc.stringMatching(/^[0-9a-f]{64}$/),
  value: fc.jsonValue({ maxDepth: 2 }),
});

describe("a leaf", () => {
  it("opens with its own opening, in whatever order its keys stand", () => {
    const { data } = commit({ kind: "event", salt, value: { b: 1, a: [true, null] } });
    expect(opens(data, { kind: "event", salt, value: { a: [true, null], b: 1 } })).toBe(true);
    expect(kindOfLeaf(data)).toBe("event");
    expect(new TextDecoder().decode(data)).toMatch(
      /^\{"commitment":"sha256:[0-9a-f]{64}","format":"proviso-leaf\/1","kind":"event"\}$/,
    );
  });

  it("opens with no other", () => {
    fc.assert(
      fc.property(openings, openings, (one, other) => {
        const { data } = commit(one);
        expect(opens(data, one)).toBe(true);
        expect(opens(data, { ...one, salt: other.salt })).toBe(one.salt === other.salt);
        expect(opens(data, { ...one, kind: other.kind })).toBe(one.kind === other.kind);
        expect(opens(data, { ...one, value: [one.value] })).toBe(false);
      }),
    );
  });

  it("is told from what is none", () => {
    for (const text of ["", "{}", '{"commitment":"sha256:00","format":"proviso-leaf/1","kind":"event"}']) {
      expect(kindOfLeaf(new TextEncoder().encode(text))).toBeUndefined();
    }
  });

  it("takes nothing that is no JSON, and no other salt", () => {
    expect(() => commit({ kind: "event", salt, value: undefined })).toThrow(RangeError);
    expect(() => commit({ kind: "event", salt: salt.slice(2), value: 1 })).toThrow(RangeError);
  });
});

describe("a note", () => {
  const text = printCheckpoint({
    origin: key.name,
    size: 3,
    root: new Uint8Array(32).fill(1),
    extensions: ["x y"],
  });

  it("is read as it was written", () => {
    const note = signNote(text, key);
    const full = { ...note, signatures: [...note.signatures, signText(text, witness, 1_760_000_000)] };
    const read = parseCheckpoint(printNote(full));
    expect(read).toMatchObject({ origin: key.name, size: 3, extensions: ["x y"] });
    expect(openNote(read.note, [key, witness]).verified.map(({ seconds }) => seconds)).toEqual([
      undefined,
      1_760_000_000,
    ]);
  });

  it("is good under its own key alone", () => {
    const other = newSigningKey(key.name, new Uint8Array(32).fill(9));
    const note = parseNote(printNote(signNote(text, key)));
    expect(openNote(note, [other])).toMatchObject({ verified: [], bad: [], unknown: [{ name: key.name }] });
    // Somebody who claims the id of the key is found out by the signature.
    const [signature] = signNote(text, other).signatures;
    if (signature === undefined) throw new Error("no signature");
    const forged = { text, signatures: [{ ...signature, id: key.id }] };
    expect(openNote(forged, [key])).toMatchObject({ verified: [], bad: [key] });
  });

  it("is not good with any bit changed", () => {
    const bytes = new TextEncoder().encode(
      printNote({ text, signatures: [...signNote(text, key).signatures, signText(text, witness, 5)] }),
    );
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const changed = Uint8Array.from(bytes);
        changed[at] = (changed[at] as number) ^ (1 << bit);
        try {
          const read = parseNote(new TextDecoder("utf-8", { fatal: true }).decode(changed));
          expect(openNote(read, [key, witness]).verified.length).toBeLessThan(2);
        } catch (error) {
          expect(error instanceof ProvisoError || error instanceof TypeError).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["nothing", ""],
    ["no signature", "a\n"],
    ["an end that is cut off", printNote(signNote(text, key)).slice(0, -1)],
    ["a tab", "a\tb\n\n\u2014 n AAAAAAA=\n"],
    ["a name with a plus", "a\n\n\u2014 n+m AAAAAAA=\n"],
    ["base64 that is none", "a\n\n\u2014 n A?AA\n"],
    ["base64 with loose bits", "a\n\n\u2014 n AAAAAAB=\n"],
  ])("is refused: %s", (_, note) => {
    expect(() => parseNote(note)).toThrow(ProvisoError);
  });

  it.each([
    ["no origin", "\n3\nAAAA\n"],
    ["a size with a zero before it", `o\n03\n${"A".repeat(43)}=\n`],
    ["a size that is none", `o\n-1\n${"A".repeat(43)}=\n`],
    ["a root that is too short", "o\n3\nAAAA\n"],
  ])("is no checkpoint: %s", (_, wrong) => {
    expect(() => parseCheckpoint(printNote(signNote(wrong, key)))).toThrow(ProvisoError);
  });
});

describe("evidence", () => {
  const values: readonly Opening[] = Array.from({ length: 5 }, (_, at) => ({
    kind: "manifest",
    salt: String(at).repeat(64),
    value: { at },
  }));

  function evidenceOf(index: number): Evidence {
    const nodes = new Map<string, Uint8Array>();
    const tree = new Tree((level, at, hash) => nodes.set(`${level}/${at}`, hash));
    for (const one of values) tree.add(leafHash(commit(one).data));
    const hashes = inclusionProof(index, tree.size, (level, at) => nodes.get(`${level}/${at}`) as Uint8Array);
    const head = printCheckpoint({ origin: key.name, size: tree.size, root: tree.root(), extensions: [] });
    const checkpoint = printNote(signNote(head, key));
    const proof = printTlogProof({ index, hashes, extra: undefined, checkpoint });
    return { format: "proviso-evidence/1", opening: values[index] as Opening, proof };
  }

  it("puts each opening where it is, and nowhere else", () => {
    for (const index of values.keys()) {
      const evidence = evidenceOf(index);
      expect(placeOf(evidence)).toMatchObject({ index, isIncluded: true });
      const other = { ...evidence, opening: values[(index + 1) % values.length] as Opening };
      expect(placeOf(other).isIncluded).toBe(false);
      const moved = { ...evidence, proof: evidence.proof.replace(/index \d/, `index ${(index + 1) % 5}`) };
      expect(placeOf(moved).isIncluded).toBe(false);
    }
  });

  it("keeps what is extra, and is read as it was written", () => {
    const proof = parseTlogProof(evidenceOf(2).proof);
    const extra = { ...proof, extra: Uint8Array.of(1, 2, 3) };
    expect(parseTlogProof(printTlogProof(extra))).toEqual(extra);
  });

  it.each([
    "",
    "c2sp.org/tlog-proof@v2\nindex 0\n\nx",
    "c2sp.org/tlog-proof@v1\n\nx",
    "c2sp.org/tlog-proof@v1\nindex 01\n\nx",
  ])("is refused: %j", (text) => expect(() => parseTlogProof(text)).toThrow(ProvisoError));
});

it("entries are read as they were written, and a cut one is named", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1 }), (entries) => {
      const bytes = printEntries(entries);
      expect(parseEntries(bytes)).toEqual(entries);
      expect(() => parseEntries(bytes.subarray(0, -1))).toThrow(/cut off/);
    }),
  );
});
