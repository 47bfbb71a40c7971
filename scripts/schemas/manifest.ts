import { manifestSchema } from "@proviso/core/export";

export const path = "packages/core/schemas/manifest.schema.json";
export const content: unknown = manifestSchema();
