/** The profile's form as JSON Schema 2020-12, for editors. What depends on other parts is beyond it. */
import * as z from "zod";
import { profileSchema } from "./profile-schema.ts";

export function profileJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(profileSchema, { io: "input" });
  return { $schema, title: "Proviso redaction profile: redaction.yaml", ...schema };
}
