/** A line of the index -> Entry, or the field that is wrong */
import { RECORD_CLASSES } from "@proviso/core/terms";
import { z } from "zod";
import type { Entry } from "./archive.ts";

const HASH = z.string().regex(/^sha256:[0-9a-f]{64}$/, "is not `sha256:` and 64 hexadecimal figures");
const TIME = z.number().int();
const DOCUMENT = z.object({
  service: z.string().min(1),
  type: z.string().min(1),
  region: z.string().min(1).optional(),
});
const BASE = { seq: z.number().int().positive(), at: TIME, prev: HASH, document: DOCUMENT };

const SNAPSHOT = z.object({
  ...BASE,
  kind: z.literal("snapshot"),
  blob: HASH,
  bytes: z.number().int().nonnegative(),
  url: z.string(),
  finalUrl: z.string(),
  status: z.number().int(),
  mediaType: z.string(),
  headers: z.record(z.string(), z.string()),
  tls: z.object({ protocol: z.string(), issuer: z.string(), fingerprint256: z.string() }).optional(),
  fetcher: z.enum(["http", "browser", "import"]),
});

const VERSION = z.object({
  ...BASE,
  kind: z.literal("version"),
  version: HASH,
  file: z.string().regex(/^versions\/[^\0\\]+\.md$/, "is not a Markdown file under versions/"),
  snapshots: z.array(HASH),
  recipe: z.string(),
  isUpgrade: z.boolean(),
  language: z.string().optional(),
  judged: z.object({
    version: z.string().min(1),
    at: TIME,
    class: z.enum(RECORD_CLASSES),
    standing: z.enum(["change", "quiet", "health"]),
    reason: z.string(),
    against: z.string().optional(),
  }),
});

const CHECK = z.object({
  ...BASE,
  kind: z.literal("check"),
  outcome: z.enum(["unchanged", "not-modified", "failed", "refused", "unseen", "doubt"]),
  signal: z.string().optional(),
  reason: z.string().optional(),
});

const ENTRY = z.discriminatedUnion("kind", [SNAPSHOT, VERSION, CHECK]);

export type ReadEntry =
  | { readonly entry: Entry }
  | { readonly field: string | undefined; readonly fault: string };

/** `undefined` is not written to JSON, so a field that may be undefined may be absent here. */
export function readEntry(line: string): ReadEntry {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { field: undefined, fault: "is not JSON" };
  }
  const result = ENTRY.safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0];
    const message = issue?.message ?? "is not an entry";
    const fault = message.startsWith("is ") ? message : `is not an entry: ${message.toLowerCase()}`;
    return { field: issue?.path.join("."), fault };
  }
  const entry = result.data as Entry;
  if (entry.kind === "version" && entry.file.split("/").includes("..")) {
    return { field: "file", fault: "leads out of the archive" };
  }
  return { entry };
}
