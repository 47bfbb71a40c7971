/** Bytes of a file -> **Checklist**: what was checked of the bundle in it, what was not, and what follows */
import { ProvisoError, printPlace } from "@proviso/core";
import type { VerifierKey } from "@proviso/core/ledger";
import type { Check, Checklist } from "@proviso/core/verify";
import type { Bundle } from "./bundle.ts";
import { checkFacts } from "./check-facts.ts";
import { checkHead, checkIndex, checkLineage } from "./check-index.ts";
import { checkBlobs, checkExtraction, checkTexts } from "./check-text.ts";
import { checklistOf, found } from "./checks.ts";
import { parseBundle } from "./print-bundle.ts";

export interface BundleAsked {
  /** Named in the list and in errors. */
  readonly file: string;
  /** Keys that are trusted to be those of the ledgers and witnesses they name. */
  readonly keys?: readonly VerifierKey[];
  /** Hash of the last line of the index, or its root, that the reader has from elsewhere. */
  readonly pinned?: string | undefined;
}

/**
 * Offline, and without the archive. Never throws over what the file holds. `verified` needs all of it: raw
 * bytes, text made of them again, quotes, their reading, and the signature of a key that was named.
 */
export async function checkBundle(
  bytes: Uint8Array,
  { file, keys = [], pinned }: BundleAsked,
): Promise<Checklist> {
  let bundle: Bundle;
  try {
    bundle = parseBundle(bytes, file);
  } catch (error) {
    if (!(error instanceof ProvisoError)) throw error;
    const place = printPlace({ ...error.place, file: undefined });
    return checklistOf(file, [
      found("form", "failed", `${error.message}${place === "" ? "" : ` (${place})`}`),
    ]);
  }
  const what = bundle.versions.length === 1 ? "what a document says" : "what changed in a document";
  const checks: Check[] = [found("form", "ok", `evidence of ${what}`)];
  const index = checkIndex(bundle);
  checks.push(...index.checks);
  const lineage = checkLineage(bundle, index.entries);
  checks.push(...lineage.checks);
  if (lineage.made.length === bundle.versions.length) {
    const { made } = lineage;
    const blobs = checkBlobs(bundle, made);
    checks.push(...blobs.checks, ...checkTexts(bundle.versions, made));
    checks.push(...(await checkExtraction(bundle.versions, made, blobs.bytes)));
    checks.push(...checkFacts(bundle, made));
  }
  checks.push(...checkHead(bundle, file, { keys, pinned }));
  const says = "that the server showed the same page to everyone: the bytes are what one look was answered";
  checks.push(found("same-for-all", "not-checked", says));
  return checklistOf(file, checks);
}
