/**
 * Parts of the style sheet -> **one style sheet** -> the page
 */
import { changes } from "./changes.ts";
import { chat } from "./chat.ts";
import { frame } from "./frame.ts";
import { list } from "./list.ts";
import { summary } from "./summary.ts";
import { tokens } from "./tokens.ts";

export function styleSheet(): string {
  return [tokens, frame, summary, list, chat, changes].join("").replace(/\n{2,}/g, "\n");
}
