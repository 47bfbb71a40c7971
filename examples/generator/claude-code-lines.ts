import type { Json } from "./files.ts";
import { type Random, random, token, uuid } from "./random.ts";

// The lines of one Claude Code session file.

export type Line = { [key: string]: Json };

export interface Session {
  id: string;
  project: string;
  branch: string;
  title: string;
  at: number;
}

const MODELS: [from: string, version: string, model: string][] = [
  ["2026-05-01", "2.1.144", "claude-opus-4-6"],
  ["2026-01-01", "2.1.97", "claude-opus-4-5-20251101"],
  ["2025-01-01", "2.0.22", "claude-sonnet-4-5-20250929"],
];

export class Transcript {
  readonly lines: Line[] = [];
  readonly session: Session;
  readonly next: Random;
  now: number;
  agent: string | undefined;
  #key: string;
  #parent: string | null = null;

  constructor(session: Session, key: string, at: number, agent?: string) {
    this.session = session;
    this.#key = key;
    this.next = random(key);
    this.now = at + this.next(0, 59_999);
    this.agent = agent;
  }

  iso(): string {
    return new Date(this.now).toISOString();
  }

  wait(from: number, to: number): void {
    this.now += this.next(from, to) * 1000 + this.next(0, 999);
  }

  last(): string {
    return this.#parent ?? uuid(`${this.#key}/none`);
  }

  id(what: string): string {
    return token(`${this.#key}/${what}/${this.lines.length}`, 24);
  }

  /** A line outside the chain of messages. */
  note(line: Line): void {
    this.lines.push(line);
  }

  /** A line that hangs on the one before it. */
  link(type: string, line: Line): string {
    const id = uuid(`${this.#key}/line/${this.lines.length}`);
    this.lines.push({
      parentUuid: this.#parent,
      isSidechain: this.agent !== undefined,
      userType: "external",
      cwd: `/home/user/${this.session.project}`,
      sessionId: this.session.id,
      version: this.#era()[1],
      gitBranch: this.session.branch,
      ...(this.agent === undefined ? {} : { agentId: this.agent }),
      type,
      ...line,
      uuid: id,
      timestamp: this.iso(),
    });
    this.#parent = id;
    return id;
  }

  /** The client writes one line for each block of an answer. */
  answer(blocks: Json[], done: boolean): void {
    const id = `msg_01${this.id("message").slice(0, 22)}`;
    const requestId = `req_011${this.id("request").slice(0, 21)}`;
    for (const [index, block] of blocks.entries()) {
      this.wait(1, 6);
      const last = index === blocks.length - 1;
      this.link("assistant", {
        requestId,
        message: {
          model: this.#era()[2],
          id,
          type: "message",
          role: "assistant",
          content: [block],
          stop_reason: last ? (done ? "end_turn" : "tool_use") : null,
          stop_sequence: null,
          usage: this.#usage(),
        },
      });
    }
  }

  #usage(): Json {
    return {
      input_tokens: this.next(3, 20),
      output_tokens: this.next(20, 400),
      cache_creation_input_tokens: this.next(100, 2000),
      cache_read_input_tokens: this.next(8000, 30_000),
      service_tier: "standard",
    };
  }

  #era(): [string, string, string] {
    const date = new Date(this.session.at).toISOString();
    return MODELS.find(([from]) => date >= from) ?? ["", "2.0.22", "claude-sonnet-4-5-20250929"];
  }
}
