/** **Gold**: changes that people judged worth telling, some with labels, as `proviso-gold-changes/1` has them */
import { readFile } from "node:fs/promises";
import { ProvisoError } from "@proviso/core";
import type { Direction } from "@proviso/core/terms";
import { z } from "zod";
import { errorOf } from "../declare/fault.ts";
import { locatedText } from "../declare/located-text.ts";
import { CATEGORY_AXES } from "./data/category-axes.ts";

const FORMAT = "proviso-gold-changes/1";
const DIRECTIONS: Readonly<Record<string, Direction>> = {
  "worse-for-user": "worse",
  "better-for-user": "better",
  neutral: "neutral",
  mixed: "mixed",
};

const PAIR = z.object({
  /** `Service/Document Type.md`, as in the repository it came from. */
  path: z.string().regex(/^[^/]+\/[^/]+\.md$/, "is not `Service/Document Type.md`"),
  beforeCommit: z.string().min(1),
  afterCommit: z.string().min(1),
  beforeRecordedAt: z.iso.datetime({
    offset: true,
    error: "is not an instant such as `2025-08-29T00:32:01+00:00`",
  }),
  afterRecordedAt: z.iso.datetime({
    offset: true,
    error: "is not an instant such as `2025-08-29T00:32:01+00:00`",
  }),
  /** From the folder that holds `versions/`. */
  beforeFile: z.string().min(1).optional(),
  afterFile: z.string().min(1).optional(),
});

const CHANGE = z.object({
  id: z.string().min(1),
  categories: z
    .array(
      z
        .string()
        .refine((name) => Object.hasOwn(CATEGORY_AXES, name), "is no category that is mapped to an axis"),
    )
    .min(1)
    .optional(),
  direction: z
    .string()
    .refine((name) => Object.hasOwn(DIRECTIONS, name), `is none of ${Object.keys(DIRECTIONS).join(", ")}`)
    .transform((name): Direction => DIRECTIONS[name] ?? "undetermined")
    .optional(),
  severity: z.enum(["low", "medium", "high", "critical"]).optional(),
  pairs: z.array(PAIR).min(1),
});

const GOLD = z.object({
  schema: z.literal(FORMAT, { error: `is not \`${FORMAT}\`` }),
  changes: z.array(CHANGE).min(1),
});

export type GoldPair = z.infer<typeof PAIR>;
export type GoldChange = z.infer<typeof CHANGE>;

/**
 * @throws ProvisoError NOT_FOUND; INPUT_MALFORMED with file, line and field
 */
export async function readGold(file: string): Promise<readonly GoldChange[]> {
  const located = locatedText(await readText(file), file);
  const read = GOLD.safeParse(located.value);
  if (read.success) return read.data.changes;
  const issue = read.error.issues[0];
  const path = issue?.path ?? [];
  throw errorOf(
    { path, message: `\`${String(path.at(-1) ?? "file")}\` ${issue?.message ?? "is not read"}` },
    located,
  );
}

/** @throws ProvisoError NOT_FOUND */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new ProvisoError(isMissing ? "NOT_FOUND" : "PERMISSION", "the file cannot be read", {
      place: { file },
      hint: "give a file of gold changes, or put the versions it names beside it",
    });
  }
}
