import { timelineJsonSchema } from "@proviso/core/events";

export const path = "packages/core/schemas/timeline.schema.json";
export const content: unknown = timelineJsonSchema();
