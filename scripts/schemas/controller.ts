import { controllerSchema } from "@proviso/core/receipt";

export const path = "packages/core/schemas/controller.schema.json";
export const content: unknown = controllerSchema();
