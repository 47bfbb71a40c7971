/**
 * Declarations -> looks: one round over all documents
 *
 * Documents are looked at side by side; hosts are not pressed, which the fetcher sees to. A round that was
 * killed goes on with the documents that are left.
 */
import { ProvisoError } from "@proviso/core";
import { type DocumentName, printDocument } from "@proviso/core/terms";
import { keyOf } from "../archive/document-states.ts";
import type { Archive } from "../archive/open-archive.ts";
import type { Declaration } from "../declare/declaration.ts";
import type { HealthSignal } from "../health/signals.ts";
import type { Fetch } from "./gather.ts";
import type { Look, LookKind } from "./look.ts";
import { lookAt } from "./look-at.ts";
import { openRound } from "./round.ts";

const SIDE_BY_SIDE = 8;

export interface WatchRequest {
  readonly archive: Archive;
  readonly declarations: readonly Declaration[];
  readonly fetch: Fetch;
  readonly proxyOf?: ((region: string | undefined) => string | undefined) | undefined;
  /** Milliseconds since 1970, UTC; asked at each document. */
  readonly now: () => number;
  readonly signal?: AbortSignal | undefined;
  readonly onLook?: ((look: Look) => Promise<void>) | undefined;
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
}

export interface Watched {
  /** Of this process; what a killed one did before is in `passed`. */
  readonly looks: Readonly<Record<LookKind, number>>;
  readonly passed: number;
  readonly isResumed: boolean;
  readonly unseen: readonly { readonly document: DocumentName; readonly signal: HealthSignal }[];
}

/** Of these only one document suffers; what fails for all is thrown. */
const OF_ONE = new Set(["NOT_FOUND", "LEDGER_DAMAGED", "USAGE", "UNSUPPORTED", "INPUT_MALFORMED"]);

/** A document of which something kept is lost or damaged is not seen; the others are. */
async function lookOrUnseen(declaration: Declaration, looking: Parameters<typeof lookAt>[1]): Promise<Look> {
  try {
    return await lookAt(declaration, looking);
  } catch (error) {
    if (!(error instanceof ProvisoError) || !OF_ONE.has(error.code)) throw error;
    const { document } = declaration;
    const signal: HealthSignal = { signal: "extraction-failed", reason: error.message };
    const { archive, at } = looking;
    await archive.append({ kind: "check", document, at, outcome: "failed", ...signal });
    return { is: "unseen", document, signal };
  }
}

/** @throws ProvisoError DISK_FULL, PERMISSION, LEDGER_DAMAGED; whatever `signal` aborts with */
export async function watchOnce(request: WatchRequest): Promise<Watched> {
  const { archive, declarations, signal } = request;
  const keys = declarations.map(({ document }) => keyOf(document));
  const round = await openRound(archive.folder, keys, request.now());
  const looks: Record<LookKind, number> = { unchanged: 0, first: 0, changed: 0, quiet: 0, unseen: 0 };
  const unseen: { document: DocumentName; signal: HealthSignal }[] = [];
  const left = declarations.filter(({ document }) => !round.isDone(keyOf(document)));
  const passed = declarations.length - left.length;
  let done = passed;
  const queue = left[Symbol.iterator]();
  const work = async (): Promise<void> => {
    for (const declaration of queue) {
      signal?.throwIfAborted();
      const { archive: _, ...looking } = { ...request, at: request.now() };
      const look = await lookOrUnseen(declaration, { archive, ...looking });
      await request.onLook?.(look);
      await round.done(keyOf(declaration.document));
      looks[look.is] += 1;
      if (look.is === "unseen") unseen.push({ document: look.document, signal: look.signal });
      done += 1;
      request.onProgress?.(done, declarations.length);
    }
  };
  const workers = Array.from({ length: Math.min(SIDE_BY_SIDE, left.length) }, work);
  const ended = await Promise.allSettled(workers);
  const failed = ended.find((one) => one.status === "rejected");
  if (failed !== undefined) throw failed.reason;
  await round.end();
  unseen.sort((a, b) => (printDocument(a.document) < printDocument(b.document) ? -1 : 1));
  return { looks, passed, isResumed: round.isResumed, unseen };
}
