import { receiptSchema } from "@proviso/core/receipt";

export const path = "packages/core/schemas/receipt.schema.json";
export const content: unknown = receiptSchema();
