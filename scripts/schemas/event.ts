import { eventSchema } from "@proviso/core/events";

export const path = "packages/core/schemas/event.schema.json";
export const content: unknown = eventSchema();
