/**
 * Sources of a declaration -> **Gathered**: the raw bytes of each, stored before anything is made of them
 */
import type { DocumentName } from "@proviso/core/terms";
import type { Archive } from "../archive/open-archive.ts";
import type { Source } from "../declare/declaration.ts";
import type { Fetched } from "../fetch/fetched.ts";
import type { HealthSignal } from "../health/signals.ts";
import type { SourceMemory } from "./memory.ts";

/** @param previous what the server gave when it was last seen well: the request is conditional on it */
export type Fetch = (source: Source, previous: SourceMemory | undefined) => Promise<Fetched>;

/** One source's bytes, fetched now or known not to have changed. */
export interface Part extends SourceMemory {
  readonly bytes: Uint8Array;
  /** The server said that it is as before, or gave the same bytes. */
  readonly isSame: boolean;
}

export type Gathered =
  | { readonly is: "parts"; readonly parts: readonly Part[]; readonly signals: readonly HealthSignal[] }
  | { readonly is: "unseen"; readonly outcome: "failed" | "refused"; readonly signal: HealthSignal };

interface Gathering {
  readonly archive: Archive;
  readonly document: DocumentName;
  readonly fetch: Fetch;
  /** Milliseconds since 1970, UTC: the instant of the look. */
  readonly at: number;
}

/** All of them or none: half a document would look like a change. */
export async function gather(
  sources: readonly Source[],
  previous: readonly SourceMemory[],
  gathering: Gathering,
): Promise<Gathered> {
  const parts: Part[] = [];
  const signals: HealthSignal[] = [];
  for (const source of sources) {
    const before = await stillKept(
      gathering.archive,
      previous.find(({ url }) => url === source.url),
    );
    const fetched = await gathering.fetch(source, before);
    if (fetched.is === "not-modified") {
      if (before === undefined) {
        const signal: HealthSignal = { signal: "http-status", reason: "304 to a request without conditions" };
        return { is: "unseen", outcome: "failed", signal };
      }
      parts.push({ ...before, bytes: await gathering.archive.readBlob(before.blob), isSame: true });
      continue;
    }
    if (fetched.is !== "content") {
      const { is: outcome, signal, reason } = fetched;
      return { is: "unseen", outcome, signal: { signal, reason } };
    }
    signals.push(...fetched.signals);
    parts.push(await stored(fetched, source, before, gathering));
  }
  return { is: "parts", parts, signals };
}

/** What is lost, or not as it was written, is asked for anew and not under conditions. */
async function stillKept(
  archive: Archive,
  before: SourceMemory | undefined,
): Promise<SourceMemory | undefined> {
  if (before === undefined) return undefined;
  return await archive.readBlob(before.blob).then(
    () => before,
    () => undefined,
  );
}

async function stored(
  fetched: Extract<Fetched, { is: "content" }>,
  { url }: Source,
  before: SourceMemory | undefined,
  { archive, document, at }: Gathering,
): Promise<Part> {
  const { bytes, status, headers, finalUrl, mediaType, tls, fetcher } = fetched;
  const blob = await archive.putBlob(bytes);
  const isSame = before?.blob === blob;
  // The text is made of the type and the address too: what was kept says them as they were.
  if (!isSame || before.mediaType !== mediaType || before.finalUrl !== finalUrl) {
    await archive.append({
      kind: "snapshot",
      at,
      document,
      blob,
      bytes: bytes.length,
      url,
      finalUrl,
      status,
      mediaType,
      headers,
      tls,
      fetcher,
    });
  }
  const { etag, "last-modified": lastModified } = headers;
  return { url, etag, lastModified, blob, mediaType, finalUrl, bytes, isSame };
}
