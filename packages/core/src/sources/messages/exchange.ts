/**
 * One line of a request log -> one conversation
 *
 * A line is a request, or a wrapper around it with or without its answer. Each stands for itself: a
 * log of a longer chat repeats the history in every line, and nothing in it says which lines belong
 * together. Memory: one line, and the id of each conversation so far.
 */
import type { Conversation } from "../conversation.ts";
import { fileProgress } from "../gather/file-progress.ts";
import { NarrowShape } from "../gather/narrow-shape.ts";
import type { RawRecord } from "../json/lines.ts";
import type { RecordContext } from "../json/read-record.ts";
import type { Shape } from "../json/shape.ts";
import { values } from "../json/values.ts";
import { firstName, instantOf, isJson, type Json, objectOf } from "../read-field.ts";
import type { Report } from "../report.ts";
import type { ReadOptions, SourceFile } from "../source.ts";
import { requestMessages, responseMessages, type Spoken } from "./body.ts";
import { BODY } from "./body-shape.ts";
import type { TextMode } from "./message-shape.ts";
import { draftsOf, type ToolNames } from "./read-message.ts";
import { itemOf } from "./transcript.ts";

/** Where a wrapper keeps the time of the call, by what loggers call it. */
const TIMES = ["timestamp", "created_at", "createdAt", "time", "start_time", "startTime"] as const;
const END_TIMES = ["end_time", "endTime", "completed_at", "completedAt"] as const;

function exchangeShape(text: TextMode): Shape {
  const body = BODY[text];
  const wrapped = {
    object: { ...body.object, body, message: body, request_id: "skip", status_code: "skip" },
  } as const;
  return {
    object: {
      ...body.object,
      ...Object.fromEntries([...TIMES, ...END_TIMES].map((name) => [name, "value"])),
      body: wrapped,
      custom_id: "value",
      method: "skip",
      params: body,
      request: wrapped,
      request_id: "value",
      response: { ...wrapped, string: text },
      result: { object: { error: "skip", message: body, type: "skip" } },
      url: "skip",
    },
  };
}

const SHAPES: Readonly<Record<TextMode, Shape>> = {
  measure: exchangeShape("measure"),
  text: exchangeShape("text"),
};

/** Reads the exchanges of `files`; `credential` is what the format itself says of who called. */
export async function* exchanges(
  files: readonly SourceFile[],
  report: Report,
  options: ReadOptions,
  credential: string | undefined,
): AsyncGenerator<Conversation> {
  const seen = new Set<string>();
  const shape = new NarrowShape(SHAPES[options.content ? "text" : "measure"]);
  for (const file of files) {
    const context = { file: file.path, report, strict: options.strict };
    const prefix = files.length === 1 ? "" : `${file.path}#`;
    for await (const raw of values(file, {
      isUtf8: options.isUtf8,
      onProgress: fileProgress(report, options.onProgress),
    })) {
      const record = shape.read(raw, context);
      const place = `${prefix}line-${raw.line}`;
      if (record === undefined) continue;
      const conversation = exchange(record, place, raw, context, options, credential);
      if (conversation === undefined) continue;
      // Nothing says that two lines with one id are one chat, so both stay, and the count tells.
      const isNew = !seen.has(conversation.id);
      if (!isNew) report.conversations.duplicate += 1;
      const id = isNew ? conversation.id : `${conversation.id}#${place}`;
      seen.add(id);
      report.conversations.read += 1;
      report.items += conversation.items.length;
      yield { ...conversation, id };
    }
  }
}

function exchange(
  record: Json,
  place: string,
  raw: RawRecord,
  context: RecordContext,
  options: ReadOptions,
  credential: string | undefined,
): Conversation | undefined {
  const asked = requestOf(record);
  const answered = answerOf(record);
  const at = timeOf(record, TIMES, { raw, context });
  const end = timeOf(record, END_TIMES, { raw, context }) ?? answerTime(answered, { raw, context }) ?? at;
  const tools: ToolNames = new Map();
  const unknown = (what: string): void => context.report.countUnknown(what);
  const told: [readonly Spoken[], number | undefined][] = [
    [asked === undefined ? [] : requestMessages(asked), at],
    [answered === undefined ? [] : responseMessages(answered), end],
  ];
  const items = told
    .flatMap(([messages, time]) => messages.map(({ message, role }) => ({ message, role, time })))
    .flatMap(({ message, role, time }, index) =>
      draftsOf(message, tools, unknown, role).map((draft, part) =>
        itemOf(draft, part === 0 ? `${index}` : `${index}.${part}`, time, options.content),
      ),
    );
  if (asked === undefined && answered === undefined) {
    const fault = "the line has no `messages` and no answer";
    context.report.malformed(
      fault,
      { file: context.file, line: raw.line, field: "messages" },
      context.strict,
    );
    return undefined;
  }
  return {
    kind: "conversation",
    id: firstName(record["custom_id"], record["id"], record["request_id"], answered?.["id"]) ?? place,
    account: firstName(objectOf(asked?.["metadata"])["user_id"], asked?.["user"], record["user"]),
    title: undefined,
    createdAt: at ?? end,
    updatedAt: end ?? at,
    surface: "api",
    mode: undefined,
    credential,
    model: firstName(asked?.["model"], answered?.["model"]),
    items,
    locator: { file: context.file, offset: raw.offset, length: raw.bytes.length },
  };
}

function requestOf(record: Json): Json | undefined {
  const wrapped = [record["request"], record["params"], record["body"]].filter(isJson);
  return [...wrapped.flatMap((body) => [body, body["body"]]), record]
    .filter(isJson)
    .find((body) => ["messages", "input", "prompt"].some((field) => body[field] !== undefined));
}

function answerOf(record: Json): Json | undefined {
  const response = record["response"];
  // A measured string: the answer's text alone.
  if (isJson(response) && "bytes" in response) return { content: response };
  if (typeof response === "number") return { content: response };
  const wrapped = [response, record["result"]].filter(isJson);
  return [...wrapped.flatMap((body) => [body["body"], body["message"], body]), record]
    .filter(isJson)
    .find((body) =>
      ["choices", "content", "output", "completion"].some((field) => body[field] !== undefined),
    );
}

function timeOf(
  record: Json,
  fields: readonly string[],
  place: Parameters<typeof instantOf>[2],
): number | undefined {
  const field = fields.find((name) => record[name] !== undefined && record[name] !== null);
  return field === undefined ? undefined : instantOf(record[field], field, place);
}

function answerTime(answer: Json | undefined, place: Parameters<typeof instantOf>[2]): number | undefined {
  for (const field of ["created", "created_at"]) {
    const value = answer?.[field];
    if (value !== undefined && value !== null) return instantOf(value, `response.${field}`, place);
  }
  return undefined;
}
