/** Text of a settings file -> **AssistantChoice** */
import { ProvisoError } from "@proviso/core";
import { parse } from "yaml";
import { z } from "zod";
import type { AssistantChoice } from "./settings.ts";

const CHOICE = z.strictObject({
  wire: z.string(),
  model: z.string(),
  baseUrl: z.string(),
  keyVariable: z.string().optional(),
  timeoutMs: z.number().optional(),
  tries: z.number().optional(),
});

/** @throws ProvisoError INPUT_MALFORMED with file and field */
export function parseChoice(text: string, file: string): AssistantChoice {
  const read = CHOICE.safeParse(yamlOf(text));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new ProvisoError("INPUT_MALFORMED", issue?.message.toLowerCase() ?? "no setting of an assistant", {
    place: { file, field: issue?.path.join(".") || undefined },
    hint: "write `wire` (messages or chat-completions), `model`, `baseUrl` and `keyVariable`",
  });
}

/** Text that is no YAML has no field that is right. */
function yamlOf(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
