import { membershipSchema } from "@proviso/core/export";

export const path = "packages/core/schemas/membership.schema.json";
export const content: unknown = membershipSchema();
