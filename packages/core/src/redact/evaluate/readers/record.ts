/**
 * One JSON record -> **Labelled**
 *
 * A format of records is one `RecordFormat`; which one a file is, its first record says.
 */
import type { z } from "zod";
import type { Place } from "../../../errors.ts";
import { type Labelled, malformed } from "../labelled.ts";

export interface RecordFormat {
  /** As the result names it. */
  readonly name: string;
  /** Keys by which its records are known. */
  readonly keys: readonly string[];
  readonly note?: string;
  /** The documents of a record: none where it says nothing that can be measured. */
  read(record: unknown, at: RecordPlace): readonly Labelled[];
}

export interface RecordPlace {
  /** A name for a document that has none of its own. */
  readonly id: string;
  readonly place: Place;
}

/** @throws ProvisoError INPUT_MALFORMED with the field that is wrong */
export function parsed<T>(schema: z.ZodType<T>, record: unknown, { place }: RecordPlace): T {
  const read = schema.safeParse(record);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const path = issue?.path.map((part) => String(part)).join(".") ?? "";
  const field = [place.field, path].filter((part) => part !== undefined && part !== "").join(".");
  throw malformed(issue?.message.toLowerCase() ?? "not as expected", {
    ...place,
    ...(field === "" ? {} : { field }),
  });
}
