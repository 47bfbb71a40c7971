/**
 * JSON Lines of any size for the benchmark of their importers, the same bytes on every machine
 *
 * Texts are those of generate-export.ts. A request log repeats a short chat and its answer in each
 * line; a coding session is a file of short lines, half of them calls of tools and their results.
 */
import { once } from "node:events";
import { createWriteStream, mkdirSync, type WriteStream } from "node:fs";
import { join } from "node:path";
import { iso, Maker, write } from "./generate-export.ts";

export const LINE_FORMATS = ["claude-code", "proviso", "openai-chat", "anthropic-messages"] as const;
export type LineFormat = (typeof LINE_FORMATS)[number];

const MODEL = "model-large-20260101";
const SYSTEM =
  "You are a helpful assistant of a shop for garden tools. Answer briefly, in the person's language.";

function chat(make: Maker): { readonly role: "user" | "assistant"; readonly content: string }[] {
  return Array.from({ length: 2 * make.count(1.4) - 1 }, (_, index) =>
    index % 2 === 1
      ? { role: "assistant", content: make.text() }
      : { role: "user", content: make.text().slice(0, 300) },
  );
}

function nativeLine(make: Maker): unknown {
  const created = make.time();
  const items = [...chat(make), { role: "assistant", content: make.text() }].map(
    ({ role, content }, index) => ({
      id: make.uuid(),
      role,
      source: role,
      at: iso(created + index * 45_000),
      text: content,
    }),
  );
  return {
    id: make.uuid(),
    account: `a-${make.count(900)}`,
    title: make.text().slice(0, 40),
    createdAt: iso(created),
    updatedAt: iso(created + items.length * 45_000),
    surface: "chat",
    mode: "ordinary",
    items,
  };
}

function openaiLine(make: Maker): unknown {
  const message = { role: "assistant", content: make.text(), refusal: null, annotations: [] };
  return {
    custom_id: make.uuid(),
    request: {
      model: MODEL,
      messages: [{ role: "system", content: SYSTEM }, ...chat(make)],
      temperature: 0.2,
      max_completion_tokens: 2000,
      user: `a-${make.count(900)}`,
    },
    response: {
      id: `chatcmpl-${make.uuid()}`,
      object: "chat.completion",
      created: Math.floor(make.time() / 1000),
      model: MODEL,
      choices: [{ index: 0, message, logprobs: null, finish_reason: "stop" }],
      usage: { prompt_tokens: 812, completion_tokens: 240, total_tokens: 1052 },
      system_fingerprint: "fp_44709d6fcb",
    },
  };
}

function anthropicLine(make: Maker): unknown {
  const messages = chat(make).map(({ role, content }) => ({
    role,
    content: [{ type: "text", text: content }],
  }));
  return {
    request_id: `req_${make.uuid()}`,
    timestamp: iso(make.time()),
    request: {
      model: MODEL,
      max_tokens: 4096,
      system: SYSTEM,
      messages,
      metadata: { user_id: `a-${make.count(900)}` },
    },
    response: {
      id: `msg_${make.uuid()}`,
      type: "message",
      role: "assistant",
      model: MODEL,
      content: [{ type: "text", text: make.text() }],
      stop_reason: "end_turn",
      stop_sequence: null,
      usage: { input_tokens: 812, cache_read_input_tokens: 0, output_tokens: 240 },
    },
  };
}

/** One session: a prompt, some rounds of tools, an answer, and so on. */
function* sessionLines(make: Maker, session: string): Generator<unknown> {
  yield { type: "permission-mode", permissionMode: "default", sessionId: session };
  let before: string | null = null;
  let at = make.time();
  const line = (type: string, message: unknown, more: object = {}): unknown => {
    const uuid = make.uuid();
    at += 1500;
    const head = { parentUuid: before, isSidechain: false, userType: "external", cwd: "/home/dana/shop" };
    before = uuid;
    const place = { sessionId: session, version: "2.1.97", gitBranch: "main" };
    return { ...head, ...place, type, message, ...more, uuid, timestamp: iso(at) };
  };
  const answer = (block: unknown): unknown => {
    const usage = {
      input_tokens: 11,
      output_tokens: 149,
      cache_read_input_tokens: 12356,
      service_tier: "standard",
    };
    const message = {
      model: MODEL,
      id: `msg_${make.uuid()}`,
      type: "message",
      role: "assistant",
      content: [block],
    };
    const end = { stop_reason: null, stop_sequence: null, usage };
    return line("assistant", { ...message, ...end }, { requestId: `req_${make.uuid()}` });
  };
  for (let turns = make.count(6); turns > 0; turns -= 1) {
    yield line("user", { role: "user", content: make.text().slice(0, 300) });
    for (let rounds = make.count(6); rounds > 0; rounds -= 1) {
      const id = `toolu_${make.uuid()}`;
      const input = { command: make.text().slice(0, 120), description: "Look at it" };
      yield answer({ type: "tool_use", id, name: "Bash", input });
      const stdout = make.text();
      yield line(
        "user",
        {
          role: "user",
          content: [{ tool_use_id: id, type: "tool_result", content: stdout, is_error: false }],
        },
        { toolUseResult: { stdout, stderr: "", interrupted: false, isImage: false } },
      );
    }
    yield answer({ type: "text", text: make.text() });
  }
}

const LINE_OF = {
  proviso: nativeLine,
  "openai-chat": openaiLine,
  "anthropic-messages": anthropicLine,
} as const;

/** A generated file: its path inside the input, and where it is. */
export interface GeneratedFile {
  readonly path: string;
  readonly location: string;
}

/** Writes about `megabytes` (10^6 bytes) of `format` into `folder`. */
export async function generateLines(
  format: LineFormat,
  megabytes: number,
  folder: string,
): Promise<readonly GeneratedFile[]> {
  const make = new Maker();
  const files: GeneratedFile[] = [];
  let left = megabytes * 1e6;
  const open = (path: string): WriteStream => {
    const location = join(folder, path.replaceAll("/", "_"));
    files.push({ path, location });
    return createWriteStream(location);
  };
  mkdirSync(folder, { recursive: true });
  while (left > 0) {
    const session = make.uuid();
    const output = open(format === "claude-code" ? `projects/shop/${session}.jsonl` : "log.jsonl");
    do {
      const lines =
        format === "claude-code"
          ? [...sessionLines(make, session)]
          : Array.from({ length: 200 }, () => LINE_OF[format](make));
      const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
      left -= Buffer.byteLength(text);
      await write(output, text);
    } while (format !== "claude-code" && left > 0);
    output.end();
    await once(output, "finish");
  }
  return files;
}
