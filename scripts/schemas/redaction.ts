import { profileJsonSchema } from "@proviso/core/redact";

export const path = "packages/core/schemas/redaction.schema.json";
export const content: unknown = profileJsonSchema();
