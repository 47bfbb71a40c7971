/**
 * Requests that repeat their history -> each message once
 *
 * Every call of a chat sends the conversation so far. A message is known again by its role, its place
 * in the list and a digest of its content; a tool result by the call it answers. A client that drops
 * the oldest messages shifts the places, and its messages then count again: too many, never too few.
 */
import type { Conversation, Item } from "../conversation.ts";
import { textOfJson } from "../export/leaf-text.ts";
import { Thread } from "../gather/thread.ts";
import type { Measured } from "../json/shape.ts";
import type { Report } from "../report.ts";
import type { Spoken } from "./body.ts";
import { digest } from "./digest.ts";
import type { Draft } from "./draft.ts";
import { draftsOf, type ToolNames, toolSource } from "./read-message.ts";

const encoder = new TextEncoder();

export interface TranscriptOptions {
  readonly content: boolean;
  readonly report: Report;
}

/** A conversation whose items come as messages of calls. */
export class ChatThread extends Thread {
  readonly transcript: Transcript;

  constructor(id: string, surface: string, options: TranscriptOptions) {
    super(id, surface);
    this.transcript = new Transcript(this, options);
  }

  override finish(report: Report): Conversation {
    this.transcript.settle();
    return super.finish(report);
  }
}

export class Transcript {
  readonly #thread: Thread;
  readonly #options: TranscriptOptions;
  readonly #tools: ToolNames = new Map();
  /** Role and digest of what was said, wherever: what a wrapper repeats. */
  readonly #said = new Set<string>();
  readonly #wrapped: { readonly item: Item; readonly saying: string }[] = [];

  constructor(thread: Thread, options: TranscriptOptions) {
    this.#thread = thread;
    this.#options = options;
  }

  /** Adds messages of one call; `from` is the place of the first in the conversation as the call saw it. */
  add(messages: readonly Spoken[], from: number, at: number | undefined): void {
    for (const [index, { message, role }] of messages.entries()) {
      for (const draft of draftsOf(message, this.#tools, this.#unknown, role)) {
        const saying = sayingOf(draft);
        this.#said.add(saying);
        const id = draft.call === undefined ? `${from + index}:${saying}` : `result:${draft.call}`;
        this.#thread.add(this.#item(draft, id, at), this.#options.report);
      }
    }
  }

  /** Adds what a wrapper around calls says it took or gave, unless `settle` finds that a call said it. */
  addWrapped(messages: readonly Spoken[], at: number | undefined): void {
    for (const { message, role } of messages) {
      for (const draft of draftsOf(message, this.#tools, this.#unknown, role)) {
        const saying = sayingOf(draft);
        const id = `around-${this.#wrapped.length}:${saying}`;
        this.#wrapped.push({ item: this.#item(draft, id, at), saying });
      }
    }
  }

  /** Adds what a tool was asked, unless the call is known, then from a message that holds it too. */
  addCall(call: string | undefined, text: string, at: number | undefined): void {
    if (call !== undefined && this.#tools.has(call)) return;
    const [draft] = draftsOf(measured(textOfJson(text), text), this.#tools, this.#unknown, "assistant");
    if (draft === undefined) return;
    const id = call === undefined ? `call:${sayingOf(draft)}` : `call:${call}`;
    this.#thread.add(this.#item(draft, id, at), this.#options.report);
  }

  /** Adds what a tool gave back; a message with the same result counts once with it. */
  addResult(call: string | undefined, name: string | undefined, text: string, at: number | undefined): void {
    const [draft] = draftsOf(measured(textOfJson(text), text), this.#tools, this.#unknown, "tool");
    if (draft === undefined) return;
    const tool = name ?? this.#tools.get(call ?? "");
    const id = `result:${call ?? sayingOf(draft)}`;
    const item = { ...this.#item(draft, id, at), name: tool, source: toolSource(tool) };
    this.#thread.add(item, this.#options.report);
  }

  /** Names the tool of a call that a later result may answer. */
  nameTool(call: string, name: string): void {
    this.#tools.set(call, name);
  }

  /** MUST be called once, when all calls of the conversation are in. */
  settle(): void {
    for (const { item, saying } of this.#wrapped) {
      if (this.#said.has(saying)) this.#options.report.repeated += 1;
      else this.#thread.add(item, this.#options.report);
      this.#said.add(saying);
    }
  }

  readonly #unknown = (what: string): void => this.#options.report.countUnknown(what);

  #item(draft: Draft, id: string, at: number | undefined): Item {
    return itemOf(draft, id, at, this.#options.content);
  }
}

export function itemOf(draft: Draft, id: string, at: number | undefined, content: boolean): Item {
  const item = {
    id,
    role: draft.role,
    source: draft.source,
    at,
    hidden: false,
    pasted: false,
    signal: undefined,
    name: draft.name,
    bytes: draft.bytes,
  };
  return content ? { ...item, text: draft.text } : item;
}

function measured(text: string, encoded: string): Measured {
  return { bytes: encoder.encode(encoded).length, text };
}

function sayingOf(draft: Draft): string {
  // Media have no text here; their size stands in for them.
  return `${draft.role}:${digest(draft.text === "" ? `${draft.bytes}` : draft.text)}`;
}
