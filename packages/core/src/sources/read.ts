/**
 * Input -> **SourceRecord stream** -> events
 *
 * Picks the importer whose format the input is in, and reads. A new format is one file and one
 * line here; `detect.test.ts` holds that no two importers claim the same bytes.
 */
import { ProvisoError } from "../errors.ts";
import { anthropicMessages } from "./anthropic-messages.ts";
import { chatgpt } from "./chatgpt.ts";
import { claudeAi } from "./claude-ai.ts";
import { claudeCode } from "./claude-code.ts";
import type { SourceRecord } from "./conversation.ts";
import { skipMark } from "./json/encoding.ts";
import { langfuse } from "./langfuse.ts";
import { litellm } from "./litellm.ts";
import { native } from "./native.ts";
import { openaiChat } from "./openai-chat.ts";
import { otelGenai } from "./otel-genai.ts";
import type { Report } from "./report.ts";
import type { Input, ReadOptions, Source, SourceFile } from "./source.ts";

/** From the most to the least specific format; the first that claims files gets them. */
export const SOURCES: readonly Source[] = [
  claudeAi,
  chatgpt,
  claudeCode,
  native,
  otelGenai,
  langfuse,
  litellm,
  anthropicMessages,
  openaiChat,
];

export interface Detected {
  readonly source: Source;
  readonly files: readonly SourceFile[];
}

/**
 * Every format found in the input; a folder may hold several.
 * @throws ProvisoError INPUT_EMPTY without files or bytes, INPUT_UNRECOGNISED if no importer claims any
 */
export async function detect(input: Input): Promise<readonly Detected[]> {
  if (input.files.length === 0 || input.files.every((file) => file.size === 0)) {
    throw new ProvisoError("INPUT_EMPTY", `\`${input.name}\` is empty`, {
      place: { file: input.name },
      hint: "give a chat export: a zip as downloaded, its unpacked folder, or a JSONL file",
    });
  }
  const found: Detected[] = [];
  const taken = new Set<SourceFile>();
  for (const source of SOURCES) {
    const rest = { name: input.name, files: input.files.filter((file) => !taken.has(file)) };
    const files = rest.files.length === 0 ? [] : await source.detect(rest);
    if (files.length === 0) continue;
    found.push({ source, files });
    for (const file of files) taken.add(file);
  }
  if (found.length === 0) {
    for (const file of input.files) await refuseUtf16(file);
    throw new ProvisoError(
      "INPUT_UNRECOGNISED",
      `\`${input.name}\` is not a chat export that is known here`,
      {
        place: { file: input.name },
        hint: `known formats: ${SOURCES.map((source) => source.title).join("; ")}`,
      },
    );
  }
  return found;
}

/** No importer can recognise text in UTF-16, and nobody would guess why. @throws ProvisoError INPUT_ENCODING */
async function refuseUtf16(file: SourceFile): Promise<void> {
  for await (const chunk of file.open()) {
    skipMark(chunk, file.path);
    if (chunk.length > 0) return;
  }
}

/** Streams what `detect` found. @throws ProvisoError INPUT_* for what cannot be passed over */
export function read(detected: Detected, report: Report, options: ReadOptions): AsyncIterable<SourceRecord> {
  return detected.source.read(detected.files, report, options);
}
