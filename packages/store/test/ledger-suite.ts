/** What every ledger must do, wherever it keeps its bytes. */

import { ProvisoError } from "@proviso/core";
import {
  commit,
  kindOfLeaf,
  newSigningKey,
  type Opening,
  openNote,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  placeOf,
  printNote,
  printVerifierKey,
  signText,
} from "@proviso/core/ledger";
import { EMPTY_ROOT, leafHash, Tree, verifyConsistency } from "@proviso/core/merkle";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keysOf, type Ledger, newOpening } from "../src/ledger/index.ts";

export interface Backend {
  /** A new log under `example.com/log`; what was there is gone. */
  make(): Promise<Home>;
}

export interface Home {
  read(): Promise<Ledger>;
  write(): Promise<Ledger>;
}

const witness = newSigningKey("witness.example", new Uint8Array(32).fill(8), "cosignature");
const value = (at: number): unknown => ({ at, text: `Entry "${at}"\nümläut`, number: 1e21 });
const some = (count: number, from = 0): readonly Opening[] =>
  Array.from({ length: count }, (_, at) => newOpening("event", value(from + at)));

export function ledgerSuite(name: string, backend: Backend): void {
  describe(name, () => {
    it("begins empty, and signed", async () => {
      const home = await backend.make();
      const ledger = await home.read();
      const head = parseCheckpoint(await ledger.head());
      expect(head).toMatchObject({ origin: "example.com/log", size: 0 });
      expect(Buffer.from(head.root)).toEqual(Buffer.from(EMPTY_ROOT));
      expect(openNote(head.note, keysOf(await ledger.settings())).verified).toHaveLength(1);
      await ledger.close();
    });

    it("is the tree of its leaves after any appends and openings, and proves each of them", async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 200, max: 600 })), {
            minLength: 1,
            maxLength: 5,
          }),
          fc.infiniteStream(fc.nat()),
          async (counts, picks) => {
            const home = await backend.make();
            const tree = new Tree();
            const earlier: { readonly size: number; readonly root: Uint8Array }[] = [];
            const all: Opening[] = [];
            for (const [round, count] of counts.entries()) {
              const ledger = await home.write();
              const openings = some(count, all.length);
              expect(await ledger.append(openings)).toEqual({
                first: all.length,
                size: all.length + count,
              });
              all.push(...openings);
              for (const opening of openings) tree.add(leafHash(commit(opening).data));
              const head = parseCheckpoint(await ledger.head());
              expect(head.size).toBe(all.length);
              expect(Buffer.from(head.root)).toEqual(Buffer.from(tree.root()));
              for (const { size, root } of earlier.filter((one) => one.size > 0)) {
                expect(Buffer.from(await ledger.rootAt(size))).toEqual(Buffer.from(root));
                const proof = await ledger.consistency(size);
                expect(verifyConsistency(size, head.size, root, head.root, proof)).toBe(true);
              }
              earlier.push({ size: head.size, root: head.root });
              // Now from a writer, now from a reader that sees what a stranger would.
              if (round % 2 === 0) await ledger.close();
              const reader = round % 2 === 0 ? await home.read() : ledger;
              for (let pick = 0; pick < 4 && all.length > 0; pick += 1) {
                const index = (picks.next().value ?? 0) % all.length;
                const evidence = await reader.evidence(index);
                expect(evidence.opening).toEqual(all[index]);
                expect(placeOf(evidence)).toMatchObject({ index, isIncluded: true });
              }
              await reader.close();
            }
            const reader = await home.read();
            expect(await reader.check()).toEqual({ leaves: all.length, openings: all.length, erased: 0 });
            await reader.close();
          },
        ),
        { numRuns: 12 },
      );
    });

    it("keeps apart what is logged at the same time, and loses none of it", async () => {
      const home = await backend.make();
      const ledger = await home.write();
      const calls = Array.from({ length: 60 }, (_, at) => some(1 + (at % 9), at * 100));
      const places = await Promise.all(calls.map((openings) => ledger.append(openings)));
      const total = calls.reduce((sum, { length }) => sum + length, 0);
      for (const [call, { first, size }] of places.entries()) {
        expect(size).toBeGreaterThanOrEqual(first + (calls[call]?.length ?? 0));
        for (const [at, opening] of (calls[call] ?? []).entries()) {
          expect(await ledger.opening(first + at)).toEqual(opening);
        }
      }
      const seen: number[] = [];
      for await (const { index } of ledger.openings(3)) seen.push(index);
      expect(seen).toEqual(Array.from({ length: total - 3 }, (_, at) => at + 3));
      expect(parseCheckpoint(await ledger.head()).size).toBe(total);
      await ledger.close();
    });

    it("forgets an opening for good, and keeps its leaf", async () => {
      const home = await backend.make();
      const ledger = await home.write();
      await ledger.append(some(300));
      const before = await ledger.leaf(7);
      const root = parseCheckpoint(await ledger.head()).root;
      await ledger.erase(7);
      await ledger.erase(299);
      await ledger.append(some(3, 300));
      expect(await ledger.opening(7)).toBeUndefined();
      await expect(ledger.evidence(7)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await ledger.close();
      const reader = await home.read();
      expect(await reader.opening(299)).toBeUndefined();
      expect(await reader.opening(302)).toMatchObject({ kind: "event", value: value(302) });
      expect(Buffer.from(await reader.leaf(7))).toEqual(Buffer.from(before));
      expect(kindOfLeaf(await reader.leaf(7))).toBe("event");
      expect(await reader.check()).toEqual({ leaves: 303, openings: 301, erased: 2 });
      const head = parseCheckpoint(await reader.head());
      const proof = await reader.consistency(300);
      expect(verifyConsistency(300, 303, root, head.root, proof)).toBe(true);
      await reader.close();
    });

    it("takes a witness's signature of its head, and no other", async () => {
      const home = await backend.make();
      const ledger = await home.write();
      await ledger.append(some(5));
      const { note } = parseCheckpoint(await ledger.head());
      const signed = printNote({
        text: note.text,
        signatures: [signText(note.text, witness, 1_760_000_000)],
      });
      const stranger = newSigningKey("stranger.example", new Uint8Array(32).fill(9), "cosignature");
      await expect(ledger.addCosignature(signed, stranger)).rejects.toMatchObject({ code: "KEY_MISMATCH" });
      await ledger.addCosignature(signed, witness);
      await ledger.close();
      const again = await home.write();
      const opened = openNote(parseCheckpoint(await again.head()).note, keysOf(await again.settings()));
      expect(opened.verified.map(({ key }) => key.name)).toEqual(["example.com/log", "witness.example"]);
      const forkedText = note.text.replace(/\n[A-Za-z0-9+/=]+\n$/, `\n${"A".repeat(43)}=\n`);
      const fork = printNote({ text: forkedText, signatures: [signText(forkedText, witness, 1)] });
      await expect(again.addCosignature(fork, witness)).rejects.toMatchObject({ code: "LEDGER_FORKED" });
      await again.append(some(1, 5));
      await expect(again.addCosignature(signed, witness)).rejects.toMatchObject({ code: "PROOF_INVALID" });
      await again.close();
    });

    it("passes on to a new key, tied to the old one by both signatures", async () => {
      const home = await backend.make();
      const ledger = await home.write();
      await ledger.append(some(2));
      const [old] = keysOf(await ledger.settings());
      const before = await ledger.head();
      const key = await ledger.rotate();
      const { keys } = await ledger.settings();
      expect(keys.map(({ since }) => since)).toEqual([0, 2]);
      if (old === undefined) throw new Error("no key");
      const handover = parseNote(keys[1]?.handover ?? "");
      expect(openNote(handover, [old, key]).verified).toHaveLength(2);
      expect(handover.text).toContain(`\n${printVerifierKey(key)}\n`);
      expect(openNote(parseCheckpoint(await ledger.head()).note, [old]).verified).toHaveLength(1);
      await ledger.append(some(1, 2));
      await ledger.close();
      const again = await home.write();
      await again.append(some(1, 3));
      const head = parseCheckpoint(await again.head());
      expect(openNote(head.note, [key]).verified).toHaveLength(1);
      expect(openNote(head.note, [old]).verified).toHaveLength(0);
      expect(openNote(parseCheckpoint(before).note, keysOf(await again.settings())).verified).toHaveLength(1);
      expect(printVerifierKey(key)).not.toBe(printVerifierKey(old));
      expect(parseVerifierKey(printVerifierKey(key)).name).toBe("example.com/log");
      await again.close();
    });

    it("has one writer; the second is refused and told who the first is", async () => {
      const home = await backend.make();
      const ledger = await home.write();
      const error = await home.write().catch((one: unknown) => one);
      expect(error).toBeInstanceOf(ProvisoError);
      expect(error).toMatchObject({ code: "LEDGER_LOCKED" });
      expect(String(error)).toContain(String(process.pid));
      await ledger.append(some(1));
      await ledger.close();
      const second = await home.write();
      expect(await second.append(some(1))).toEqual({ first: 1, size: 2 });
      await second.close();
    });

    it("knows what it has not", async () => {
      const home = await backend.make();
      const ledger = await home.write();
      await ledger.append(some(2));
      for (const index of [2, -1, 0.5]) {
        await expect(ledger.evidence(index)).rejects.toMatchObject({ code: "NOT_FOUND" });
        await expect(ledger.erase(index)).rejects.toMatchObject({ code: "NOT_FOUND" });
      }
      await expect(ledger.rootAt(3)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(ledger.consistency(3)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await ledger.close();
    });
  });
}
