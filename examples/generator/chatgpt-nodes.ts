import type { Json } from "./files.ts";
import { type Random, random, uuid } from "./random.ts";

// The message tree of one ChatGPT conversation.

export type Fields = { [key: string]: Json };

export interface Said {
  role: "system" | "user" | "assistant" | "tool";
  name?: string;
  content: Fields;
  metadata?: Fields;
  recipient?: string;
  endTurn?: boolean;
  channel?: string;
}

interface Node {
  id: string;
  message: Json;
  parent: string | null;
  children: string[];
}

export class Tree {
  readonly key: string;
  readonly next: Random;
  now: number;
  current: string;
  #nodes = new Map<string, Node>();

  constructor(key: string, at: number) {
    this.key = key;
    this.next = random(key);
    this.now = at + this.next(0, 59_999);
    this.current = this.#insert(null, () => null);
  }

  /** Seconds with a fraction, as the export writes them. */
  seconds(): number {
    return this.now / 1000 + this.next(1, 999) / 1_000_000;
  }

  wait(from: number, to: number): void {
    this.now += this.next(from, to) * 1000 + this.next(0, 999);
  }

  say(said: Said): string {
    this.current = this.#insert(this.current, (id) => this.#message(id, said));
    return this.current;
  }

  mapping(): Json {
    return Object.fromEntries([...this.#nodes].map(([id, node]) => [id, { ...node }]));
  }

  #insert(parent: string | null, message: (id: string) => Json): string {
    const id = uuid(`${this.key}/node/${this.#nodes.size}`);
    this.#nodes.set(id, { id, message: message(id), parent, children: [] });
    if (parent) this.#nodes.get(parent)?.children.push(id);
    return id;
  }

  #message(id: string, said: Said): Json {
    return {
      id,
      author: { role: said.role, name: said.name ?? null, metadata: {} },
      create_time: said.role === "system" ? null : this.seconds(),
      update_time: null,
      content: said.content,
      status: "finished_successfully",
      end_turn: said.endTurn ?? null,
      weight: said.role === "system" ? 0 : 1,
      metadata: said.metadata ?? {},
      recipient: said.recipient ?? "all",
      channel: said.channel ?? null,
    };
  }
}

export function text(value: string): Fields {
  return { content_type: "text", parts: [value] };
}

export function image(key: string, width: number, height: number, extra: Json): Fields {
  return {
    content_type: "image_asset_pointer",
    asset_pointer: `file-service://file-${key}`,
    size_bytes: width * height,
    width,
    height,
    fovea: null,
    metadata: extra,
  };
}
