/**
 * The yardstick of jsonl-importers.ts: what a plain loop over parsed lines reads of them
 *
 * The same fields as the importers read, and the same items; lengths in UTF-16 units, which are free.
 */
import type { LineFormat } from "./generate-lines.ts";

export interface Tally {
  items: number;
  bytes: number;
  latest: number;
  /** Of conversations or, in sessions, of lines: each counts once. */
  ids: Set<string>;
}

interface Block {
  readonly type: string;
  readonly text?: string;
  readonly content?: string;
}

interface Message {
  readonly role: string;
  readonly content: string | readonly Block[];
}

function addMessage(tally: Tally, { role, content }: Message): void {
  tally.items += role === "" ? 0 : 1;
  if (typeof content === "string") {
    tally.bytes += content.length;
    return;
  }
  for (const block of content) {
    if (block.type === "text") tally.bytes += block.text?.length ?? 0;
    else if (block.type === "tool_result") tally.bytes += block.content?.length ?? 0;
  }
}

interface NativeLine {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly items: readonly {
    readonly id: string;
    readonly role: string;
    readonly source: string;
    readonly at: string;
    readonly text: string;
  }[];
}

function tallyNative(tally: Tally, line: NativeLine): void {
  tally.ids.add(line.id);
  tally.latest = Math.max(tally.latest, Date.parse(line.createdAt), Date.parse(line.updatedAt));
  const ids = new Set<string>();
  for (const { id, role, source, at, text } of line.items) {
    ids.add(id);
    tally.items += role === "" || source === "" ? 0 : 1;
    tally.latest = Math.max(tally.latest, Date.parse(at));
    tally.bytes += text.length;
  }
}

interface OpenaiLine {
  readonly custom_id: string;
  readonly request: { readonly messages: readonly Message[]; readonly model: string; readonly user: string };
  readonly response: { readonly created: number; readonly choices: readonly { readonly message: Message }[] };
}

function tallyOpenai(tally: Tally, { custom_id, request, response }: OpenaiLine): void {
  tally.ids.add(custom_id);
  tally.latest = Math.max(tally.latest, response.created);
  for (const message of request.messages) addMessage(tally, message);
  for (const { message } of response.choices) addMessage(tally, message);
}

interface AnthropicLine {
  readonly request_id: string;
  readonly timestamp: string;
  readonly request: { readonly system: string; readonly messages: readonly Message[] };
  readonly response: Message;
}

function tallyAnthropic(tally: Tally, { request_id, timestamp, request, response }: AnthropicLine): void {
  tally.ids.add(request_id);
  tally.latest = Math.max(tally.latest, Date.parse(timestamp));
  addMessage(tally, { role: "system", content: request.system });
  for (const message of request.messages) addMessage(tally, message);
  addMessage(tally, response);
}

interface SessionLine {
  readonly sessionId: string;
  readonly uuid?: string;
  readonly timestamp: string;
  readonly message?: Message;
}

function tallySession(tally: Tally, { uuid, timestamp, message }: SessionLine): void {
  if (uuid === undefined || message === undefined) return;
  tally.ids.add(uuid);
  tally.latest = Math.max(tally.latest, Date.parse(timestamp));
  addMessage(tally, message);
}

export const TALLIES: Readonly<Record<LineFormat, (tally: Tally, line: unknown) => void>> = {
  "claude-code": (tally, line) => tallySession(tally, line as SessionLine),
  proviso: (tally, line) => tallyNative(tally, line as NativeLine),
  "openai-chat": (tally, line) => tallyOpenai(tally, line as OpenaiLine),
  "anthropic-messages": (tally, line) => tallyAnthropic(tally, line as AnthropicLine),
};
