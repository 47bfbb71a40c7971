/**
 * One line of a request log -> one conversation
 *
 * A line is a request, or a wrapper around it with or without its answer. Each stands for itself: a
 * log of a longer chat repeats the history in every line, and nothing in it says which lines belong
 * together. Memory: one line, and the id of each conversation so far.
 */
import type { Conversation, Item } from "../conversation.ts";
import { fileProgress } from "../gather/file-progress.ts";
import { valueBatches } from "../gather/line-splitter.ts";
import { NarrowShape } from "../gather/narrow-shape.ts";
import type { RawRecord } from "../json/lines.ts";
import type { RecordContext } from "../json/read-record.ts";
import type { Shape } from "../json/shape.ts";
import { type FieldPlace, firstName, instantOf, isJson, type Json, objectOf } from "../read-field.ts";
import type { Report } from "../report.ts";
import type { ReadOptions, SourceFile } from "../source.ts";
import { requestMessages, responseMessages, type Spoken } from "./body.ts";
import { BODY } from "./body-shape.ts";
import type { TextMode } from "./message-shape.ts";
import { draftsOf, type ToolNames } from "./read-message.ts";
import { itemOf } from "./transcript.ts";

/** Where a wrapper keeps the time of the call, by what loggers call it. */
const TIMES = ["timestamp", "created_at", "createdAt", "time", "start_time", "startTime"] as const;
/** Where a wrapper keeps the request, which may be wrapped once more. */
const WRAPPERS = ["request", "params", "body"] as const;
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
    const onProgress = fileProgress(report, options.onProgress);
    for await (const batch of valueBatches(file, { isUtf8: options.isUtf8, onProgress })) {
      for (const raw of batch) {
        const record = shape.read(raw, context);
        const place = `${prefix}line-${raw.line}`;
        if (record === undefined) continue;
        const conversation = exchange(record, raw, context, options);
        if (conversation === undefined) continue;
        // Nothing says that two lines with one id are one chat, so both stay, and the count tells.
        const id = conversation.id ?? place;
        const isNew = !seen.has(id);
        if (!isNew) report.conversations.duplicate += 1;
        const unique = isNew ? id : `${id}#${place}`;
        seen.add(unique);
        report.conversations.read += 1;
        report.items += conversation.items.length;
        yield {
          kind: "conversation",
          id: unique,
          account: conversation.account,
          title: undefined,
          createdAt: conversation.createdAt,
          updatedAt: conversation.updatedAt,
          surface: "api",
          mode: undefined,
          credential,
          model: conversation.model,
          items: conversation.items,
          locator: { file: file.path, offset: raw.offset, length: raw.bytes.length },
        };
      }
    }
  }
}

type Exchange = Pick<Conversation, "account" | "createdAt" | "updatedAt" | "model" | "items"> & {
  /** What the line calls itself. */
  readonly id: string | undefined;
};

function exchange(
  record: Json,
  raw: RawRecord,
  context: RecordContext,
  options: ReadOptions,
): Exchange | undefined {
  const asked = requestOf(record);
  const answered = answerOf(record);
  const place = { raw, context };
  const at = timeOf(record, TIMES, place);
  const end = timeOf(record, END_TIMES, place) ?? answerTime(answered, place) ?? at;
  if (asked === undefined && answered === undefined) {
    const fault = "the line has no `messages` and no answer";
    const line = { file: context.file, line: raw.line, field: "messages" };
    context.report.malformed(fault, line, context.strict);
    return undefined;
  }
  const items: Item[] = [];
  const tools: ToolNames = new Map();
  const unknown = (what: string): void => context.report.countUnknown(what);
  let index = 0;
  const add = (messages: readonly Spoken[], time: number | undefined): void => {
    for (const { message, role } of messages) {
      let part = 0;
      for (const draft of draftsOf(message, tools, unknown, role)) {
        items.push(itemOf(draft, part === 0 ? `${index}` : `${index}.${part}`, time, options.content));
        part += 1;
      }
      index += 1;
    }
  };
  if (asked !== undefined) add(requestMessages(asked), at);
  if (answered !== undefined) add(responseMessages(answered), end);
  return {
    id: firstName(record["custom_id"], record["id"], record["request_id"], answered?.["id"]),
    account: firstName(objectOf(asked?.["metadata"])["user_id"], asked?.["user"], record["user"]),
    createdAt: at ?? end,
    updatedAt: end ?? at,
    model: firstName(asked?.["model"], answered?.["model"]),
    items,
  };
}

/** The first of what may be the request, from the outermost wrapper inwards, that holds something sent. */
function requestOf(record: Json): Json | undefined {
  for (const wrapper of WRAPPERS) {
    const body = record[wrapper];
    if (!isJson(body)) continue;
    if (isRequest(body)) return body;
    const inner = body["body"];
    if (isJson(inner) && isRequest(inner)) return inner;
  }
  return isRequest(record) ? record : undefined;
}

function isRequest(body: Json): boolean {
  return body["messages"] !== undefined || body["input"] !== undefined || body["prompt"] !== undefined;
}

function answerOf(record: Json): Json | undefined {
  const response = record["response"];
  // A measured string: the answer's text alone.
  if (typeof response === "number" || (isJson(response) && "bytes" in response)) return { content: response };
  for (const body of [response, record["result"]]) {
    if (!isJson(body)) continue;
    for (const inner of [body["body"], body["message"], body]) {
      if (isJson(inner) && isAnswer(inner)) return inner;
    }
  }
  return isAnswer(record) ? record : undefined;
}

function isAnswer(body: Json): boolean {
  return (
    body["choices"] !== undefined ||
    body["content"] !== undefined ||
    body["output"] !== undefined ||
    body["completion"] !== undefined
  );
}

function timeOf(record: Json, fields: readonly string[], place: FieldPlace): number | undefined {
  for (const field of fields) {
    const value = record[field];
    if (value !== undefined && value !== null) return instantOf(value, field, place);
  }
  return undefined;
}

function answerTime(answer: Json | undefined, place: FieldPlace): number | undefined {
  if (answer === undefined) return undefined;
  for (const field of ["created", "created_at"]) {
    const value = answer[field];
    if (value !== undefined && value !== null) return instantOf(value, `response.${field}`, place);
  }
  return undefined;
}
