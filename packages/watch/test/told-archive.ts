/** An archive with texts and looks of our own, judged as a run judges them */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DocumentName, judge, type QuietState } from "@proviso/core/terms";
import type { CheckEntry } from "../src/archive/archive.ts";
import { keyOf } from "../src/archive/document-states.ts";
import { sha256 } from "../src/archive/hash.ts";
import { Archive } from "../src/archive/open-archive.ts";

/** A text, or a look that gave none. */
export interface Told {
  readonly document: DocumentName;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  readonly text?: string;
  readonly outcome?: CheckEntry["outcome"];
  readonly signal?: string;
  /** When it was written, if it is of an import. */
  readonly written?: number;
}

export async function toldArchive(records: readonly Told[]): Promise<Archive> {
  const archive = await Archive.open(mkdtempSync(join(tmpdir(), "proviso-told-")), { write: true });
  const states = new Map<string, QuietState>();
  for (const { document, at, text, outcome = "unchanged", signal, written } of records) {
    if (text === undefined) {
      await archive.append({
        kind: "check",
        document,
        at,
        outcome,
        signal,
        reason: signal && `reason of ${signal}`,
      });
      continue;
    }
    const key = keyOf(document);
    const { judged, state } = judge(states.get(key), {
      id: sha256(text),
      at,
      text,
      isUpgrade: false,
      language: "en",
    });
    states.set(key, state);
    const more = { snapshots: [], recipe: "test", isUpgrade: false, language: "en" };
    await archive.putVersion({ ...more, at: written ?? at, document, text, judged });
  }
  return archive;
}
