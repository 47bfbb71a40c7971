/** The table of formats. A new one is a file beside this and a line here. */
import { anthropicMessages } from "./anthropic-messages.ts";
import type { Format } from "./format.ts";
import { hfMessages, parquet } from "./hf-messages.ts";
import { openaiChat } from "./openai-chat.ts";
import { sharegpt } from "./sharegpt.ts";

export const FORMATS: readonly Format[] = [openaiChat, anthropicMessages, sharegpt, hfMessages, parquet];
