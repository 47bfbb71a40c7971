/**
 * Proviso's own JSON Lines: one conversation per line -> **Conversation**, **Feedback** -> events
 *
 * For conversations from anywhere else. Strict: a field that is missing, misspelt or of a wrong kind
 * makes the record malformed, named by line and field with what would be right, since whoever writes
 * this format can mend it. JSON Schema: schemas/conversation.schema.json. Memory: one line, and the
 * id of each conversation so far.
 */
import type { SourceRecord } from "./conversation.ts";
import { claim } from "./detect/claim.ts";
import { fileProgress } from "./gather/file-progress.ts";
import { lineBatches } from "./gather/line-splitter.ts";
import { readRecord } from "./json/read-record.ts";
import { Checker } from "./native/check.ts";
import { conversationOf, feedbackOf } from "./native/conversation.ts";
import { LINE } from "./native/shape.ts";
import type { Report } from "./report.ts";
import type { ReadOptions, Source, SourceFile } from "./source.ts";

export const native: Source = {
  id: "proviso",
  title: "Proviso's own JSON Lines: one conversation per line",
  completeFor: () => ["conversation.created", "item.added"],
  detect: (input) =>
    claim(
      input,
      (record) =>
        "id" in record && Array.isArray(record["items"]) && !("mapping" in record) && !("messages" in record),
    ),
  read,
};

async function* read(
  files: readonly SourceFile[],
  report: Report,
  options: ReadOptions,
): AsyncGenerator<SourceRecord> {
  const seen = new Set<string>();
  const shape = LINE[options.content ? "text" : "measure"];
  for (const file of files) {
    const strange: string[] = [];
    const onUnknown = (path: string): void => void strange.push(path);
    const context = { file: file.path, report, strict: options.strict, onUnknown };
    const onProgress = fileProgress(report, options.onProgress);
    for await (const batch of lineBatches(file, { isUtf8: options.isUtf8, onProgress })) {
      for (const raw of batch) {
        strange.length = 0;
        const line = readRecord(raw, shape, context);
        if (line === undefined) continue;
        const checker = new Checker();
        for (const path of strange) checker.refuse(path);
        const conversation = conversationOf(line, checker, file.path, raw, options.content);
        const feedback = feedbackOf(line, checker);
        if (checker.first !== undefined) {
          const { field, message } = checker.first;
          report.malformed(message, { file: file.path, line: raw.line, field }, options.strict);
          continue;
        }
        if (seen.has(conversation.id)) {
          report.conversations.duplicate += 1;
          continue;
        }
        seen.add(conversation.id);
        report.conversations.read += 1;
        report.items += conversation.items.length;
        // Feedback first: whoever decides in one pass must know it by then.
        for (const one of feedback) yield one;
        yield conversation;
      }
    }
  }
}
