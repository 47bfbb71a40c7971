/** JSON -> what a schema says it is */
import type * as z from "zod";
import { ProvisoError } from "../errors.ts";

/** @throws ProvisoError PROOF_INVALID with the field */
export function parsed<T>(schema: z.ZodType<T>, json: unknown): T {
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const field = issue?.path.join(".");
  throw new ProvisoError("PROOF_INVALID", "the file has not the form that its format has", {
    place: field === undefined || field === "" ? {} : { field },
    hint: issue?.message.toLowerCase(),
  });
}
