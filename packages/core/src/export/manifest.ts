/**
 * **Manifest**: what an export is -> verify, ledger
 *
 * Says what is in the files, under which rules and by which question, and commits to their bytes. It
 * holds no id, no text and no time of its making: the same data, question and key give the same bytes.
 */
import * as z from "zod";

const count = z.int().min(0);
const name = z.string().min(1);
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const file = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)
  .describe("A name in the export's folder.");
const instant = z.iso.datetime({ offset: true });
const set = z.strictObject({
  root: hash.describe("Of the RFC 6962 tree over the sorted tokens, 32 bytes each."),
  size: count,
});
const end = z.enum(["not-used", "cannot-tell"]);

export const MANIFEST_FORMAT = "proviso-export/2";
export const MANIFEST_FILE = "manifest.json";

export const MANIFEST = z.strictObject({
  format: z.literal(MANIFEST_FORMAT),
  tool: z.strictObject({ name, version: name }),
  dataset: z
    .strictObject({
      title: name,
      publisher: name.nullable(),
      licence: name.nullable(),
      country: name.nullable().describe("Where the conversations were collected."),
    })
    .describe("What whoever made the export says of it; null where nothing was said."),
  purpose: name,
  at: instant.describe("The instant that was asked for, not the time of making."),
  known: instant.nullable().describe("What was recorded later was left out; null for none left out."),
  sources: z.array(
    z.strictObject({ format: name, inputs: count, files: count, unreadable: count, repeated: count }),
  ),
  policies: z
    .array(z.strictObject({ id: name, version: name, digest, conversations: count }))
    .describe("Every version that governs a conversation that was read."),
  key: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .describe("Names the key and tells nothing of it."),
  scope: z.string(),
  profile: z.strictObject({ name, digest }),
  output: z.strictObject({ format: name, shardBytes: count, hidden: z.boolean(), ids: z.boolean() }),
  conversations: z.strictObject({
    read: count,
    included: count,
    excluded: z.array(z.strictObject({ reason: name, end, conversations: count, items: count })),
  }),
  items: z.strictObject({
    read: count,
    included: count,
    excluded: z
      .array(z.strictObject({ reason: name, items: count }))
      .describe("Of conversations that went in; the others are counted with their conversations."),
  }),
  members: z
    .strictObject({
      key: hash.describe("Commits to the key of this export's tokens, and tells nothing of it."),
      conversations: set,
      items: set,
    })
    .describe("Who is in: whether a conversation or an item is can be proved, without naming others."),
  reservations: z
    .array(z.strictObject({ signal: name, pages: count }))
    .describe("Pages taken out of items; `unreadable` are statements that could not be read."),
  redactions: z.array(z.strictObject({ type: name, count })),
  flags: z.array(z.strictObject({ category: name, items: count })),
  obligations: z.array(
    z.strictObject({
      obligation: name,
      conversations: count,
      kept: z.boolean().describe("False for a duty of whoever uses the export."),
      says: z.string().nullable(),
    }),
  ),
  shards: z.array(z.strictObject({ file, lines: count, bytes: count, sha256: hash })),
  files: z
    .array(z.strictObject({ file, bytes: count, sha256: hash }))
    .describe("What lies beside the shards, this manifest left out."),
  digest: digest.describe("SHA-256 of this manifest without this field, canonical JSON (RFC 8785)."),
});

export type Manifest = Readonly<z.infer<typeof MANIFEST>>;
export type FileEntry = Manifest["files"][number];
export type ShardEntry = Manifest["shards"][number];
/** What is said of an export before its files have their hashes. */
export type ManifestBody = Omit<Manifest, "files" | "digest">;

export function manifestSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(MANIFEST, { io: "input" });
  return { $schema, title: "Proviso export manifest", ...schema };
}
