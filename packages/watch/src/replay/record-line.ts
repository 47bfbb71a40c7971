/** Judged record -> **line** of JSON Lines. */
import { printDocument } from "@proviso/core/terms";
import type { JudgedRecord } from "./replay-figures.ts";

/** Ends with a line feed; the time is ISO 8601 in UTC. */
export function recordLine({ document, judged }: JudgedRecord): string {
  const { at, ...rest } = judged;
  return `${JSON.stringify({ document: printDocument(document), at: new Date(at).toISOString(), ...rest })}\n`;
}
