/** JSON -> TextRules, as strictly as a declaration is read: they come from whoever made the file */
import { z } from "zod";
import type { TextRules } from "./rules-of-recipe.ts";

const TEXTS = z.array(z.string());
const RANGE = z.strictObject({
  startBefore: z.string().optional(),
  startAfter: z.string().optional(),
  endBefore: z.string().optional(),
  endAfter: z.string().optional(),
});
const PLACES = z.array(z.union([z.string(), RANGE]));
const FILTER = z.discriminatedUnion("name", [
  z.strictObject({ name: z.literal("removeQueryParams"), params: TEXTS.optional() }),
  z.strictObject({ name: z.literal("removeFragments") }),
  z.strictObject({ name: z.literal("removeTrackingIds") }),
  z.strictObject({
    name: z.literal("dropLines"),
    equal: TEXTS.optional(),
    startsWith: TEXTS.optional(),
    contains: TEXTS.optional(),
  }),
  z.strictObject({ name: z.literal("keepSection"), heading: z.string() }),
  z.strictObject({ name: z.literal("startAtHeading"), heading: z.string() }),
  z.strictObject({ name: z.literal("endAtHeading"), heading: z.string() }),
]);

export const RULES: z.ZodType<TextRules> = z.strictObject({
  select: PLACES.optional(),
  remove: PLACES.optional(),
  filters: z.array(FILTER).optional(),
});
