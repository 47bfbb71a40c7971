/**
 * `proviso watch digest`: what happened in the archive since a day, as the digest would be sent
 */
import { Archive, digestOf, healthQueue, STALE_DAYS } from "@proviso/watch";
import { print } from "../output/stdout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { changesSince } from "../watch/changes-since.ts";
import type { Context } from "./options.ts";
import type { ArchiveOptions } from "./watch-options.ts";

interface DigestOptions extends ArchiveOptions {
  /** Epoch milliseconds. */
  readonly since?: number;
  readonly format: "text" | "html";
}

const WEEK = 7 * 86_400_000;

export async function watchDigest({ terminal, now }: Context, options: DigestOptions): Promise<number> {
  const archive = await Archive.open(options.archive, { write: false });
  const since = options.since ?? now - WEEK;
  const entries = await Array.fromAsync(archive.entries());
  const found = await changesSince(archive, entries, ({ judged }) => judged.at >= since);
  const changes = found.map(({ entry, change }) => ({
    kind: "change" as const,
    change,
    exposures: [],
    class: entry.judged.class,
    seq: entry.seq,
  }));
  const unseen = healthQueue(entries, now, STALE_DAYS).map((queued) => ({
    kind: "health" as const,
    ...queued,
  }));
  const { subject, text, html } = digestOf([...changes, ...unseen], since, now + 1);
  if (terminal.json) await print(`${JSON.stringify({ since, subject, text, changes, unseen })}\n`);
  else await print(options.format === "html" ? html : `${subject}\n\n${text}\n`);
  return EXIT.ok;
}
