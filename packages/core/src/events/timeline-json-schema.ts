/** The timeline's form as JSON Schema 2020-12, for editors. Contradictions are beyond it. */
import * as z from "zod";
import { timelineSchema } from "./timeline-schema.ts";

export function timelineJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(timelineSchema, { io: "input" });
  return { $schema, title: "Proviso timeline: account.yaml", ...schema };
}
