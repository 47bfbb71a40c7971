/** Published signed notes, checkpoints and tile paths, where they lie beside the checkout. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ProvisoError } from "../src/errors.ts";
import {
  openNote,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  printNote,
  printVerifierKey,
  tilePath,
  tilesBetween,
} from "../src/ledger/index.ts";

const FILE = new URL("../../../../shared/data/vectors/tlog/notes.json", import.meta.url);

interface Vectors {
  readonly tesseraLog: { readonly origin: string; readonly vkey: string };
  readonly signedNoteExample: { readonly vkey: string; readonly note: string };
  readonly tileArithmetic: { readonly indexPath: readonly { readonly n: number; readonly path: string }[] };
}

describe.skipIf(!existsSync(FILE))("published notes", () => {
  const vectors = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, "utf8")) as Vectors) : undefined;

  it("open with their key, and with one letter changed do not", () => {
    const { vkey, note } = vectors?.signedNoteExample ?? { vkey: "", note: "" };
    const key = parseVerifierKey(vkey);
    expect(printVerifierKey(key)).toBe(vkey);
    const parsed = parseNote(note);
    expect(printNote(parsed)).toBe(note);
    expect(openNote(parsed, [key]).verified.map((one) => one.key.name)).toEqual(["example.com/foo"]);
    const changed = parseNote(note.replace("example message", "exemple message"));
    expect(openNote(changed, [key])).toEqual({ verified: [], bad: [key], unknown: [] });
  });

  it("are heads of a log", () => {
    const { vkey, origin } = vectors?.tesseraLog ?? { vkey: "", origin: "" };
    const folder = new URL("tessera-log/", FILE);
    for (const size of [1, 7, 15]) {
      const text = readFileSync(new URL(`checkpoint.${size}`, folder), "utf8");
      const checkpoint = parseCheckpoint(text);
      expect([checkpoint.origin, checkpoint.size]).toEqual([origin, size]);
      expect(openNote(checkpoint.note, [parseVerifierKey(vkey)]).verified).toHaveLength(1);
    }
  });

  it("have keys whose id fits", () => {
    const { vkey } = vectors?.tesseraLog ?? { vkey: "" };
    const [name = "", id = "", key = ""] = vkey.split("+");
    for (const wrong of [
      `${name}x+${id}+${key}`,
      `${name}+33d7b497+${key}`,
      `${name}+${id}+B${key.slice(1)}`,
      name,
      "",
    ]) {
      expect(() => parseVerifierKey(wrong)).toThrow(ProvisoError);
    }
  });

  it("have tiles at the paths that are written down", () => {
    for (const { n, path } of vectors?.tileArithmetic.indexPath ?? []) {
      expect(tilePath({ level: 0, index: n, width: 256 })).toBe(`tile/0/${path}`);
      expect(tilePath({ level: 0, index: n, width: 3 })).toBe(`tile/0/${path}.p/3`);
    }
    const partial = tilesBetween(0, 70_000).filter(({ width }) => width < 256);
    expect(partial).toEqual([
      { level: 0, index: 273, width: 112 },
      { level: 1, index: 1, width: 17 },
      { level: 2, index: 0, width: 1 },
    ]);
    expect(tilesBetween(0, 256)).toEqual([
      { level: 0, index: 0, width: 256 },
      { level: 1, index: 0, width: 1 },
    ]);
  });
});
