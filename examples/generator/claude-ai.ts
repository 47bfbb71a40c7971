import { answerBlocks, type Clock, textBlock } from "./claude-blocks.ts";
import type { Json } from "./files.ts";
import { type Random, random, uuid } from "./random.ts";
import { type Dialogue, readScript, type Step, split, type Turn, turns } from "./script.ts";

// conversations.json of a Claude.ai data export.

export const CLAUDE_ACCOUNT: string = uuid("claude/account");
const CLAUDE_SCRIPTS: string[] = [
  "claude-home",
  "claude-work",
  "claude-code-help",
  "claude-languages",
  "claude-recent",
];

const NO_PARENT = "00000000-0000-4000-8000-000000000000";
const OFFSET_BECAME_Z = Date.parse("2025-07-01T00:00:00Z");

export function claudeId(title: string): string {
  return uuid(`claude/conversation/${title}`);
}

// Older conversations carry "+00:00", newer ones "Z", both with microseconds.
function clockFor(dialogue: Dialogue, next: Random): Clock {
  const zone = dialogue.at < OFFSET_BECAME_Z ? "+00:00" : "Z";
  const stamp = (at: number): string =>
    `${new Date(at).toISOString().slice(0, -1)}${String(next(0, 999)).padStart(3, "0")}${zone}`;
  return { now: dialogue.at + next(0, 59_999), stamp };
}

function uploads(steps: Step[], key: string): { attachments: Json[]; files: Json[] } {
  const attachments: Json[] = [];
  const files: Json[] = [];
  for (const step of steps) {
    const [name, rest] = split(step.text);
    if (step.kind === "picture") {
      files.push({ file_uuid: uuid(`${key}/${name}`), file_name: name });
      continue;
    }
    const [type, content] = split(rest);
    attachments.push({
      file_name: name,
      file_size: Buffer.byteLength(content),
      file_type: type,
      extracted_content: content,
    });
  }
  return { attachments, files };
}

class Conversation {
  messages: Json[] = [];
  #key: string;
  #clock: Clock;
  #next: Random;
  #parent: string = NO_PARENT;

  constructor(dialogue: Dialogue) {
    this.#key = `claude/conversation/${dialogue.title}`;
    this.#next = random(this.#key);
    this.#clock = clockFor(dialogue, this.#next);
  }

  stamp(): string {
    return this.#clock.stamp(this.#clock.now);
  }

  add(turn: Turn): void {
    if (turn.jump !== undefined) this.#clock.now = turn.jump + this.#next(0, 59_999);
    const asked = this.#message("human", [{ kind: "assistant", text: turn.user }], turn.brought);
    for (const text of turn.alternates) {
      this.#parent = asked;
      this.#message("assistant", [{ kind: "assistant", text }], []);
      this.#clock.now += this.#next(20, 90) * 1000;
    }
    this.#parent = asked;
    if (turn.answer.length > 0) this.#message("assistant", turn.answer, []);
    this.#clock.now += this.#next(30, 400) * 1000;
  }

  #message(sender: string, steps: Step[], brought: Step[]): string {
    const id = uuid(`${this.#key}/message/${this.messages.length}`);
    const created = this.stamp();
    const human = sender === "human";
    const content = human
      ? [textBlock(steps[0]?.text ?? "", this.#clock, this.#next, false)]
      : answerBlocks(steps, id, this.#clock, this.#next);
    this.messages.push({
      uuid: id,
      text: steps.flatMap((step) => (step.kind === "assistant" ? [step.text] : [])).join("\n\n"),
      content,
      sender,
      created_at: created,
      updated_at: human ? created : this.stamp(),
      ...uploads(brought, id),
      parent_message_uuid: this.#parent,
    });
    this.#parent = id;
    return id;
  }
}

function summaryOf(dialogue: Dialogue): string {
  if (random(`summary/${dialogue.title}`)(0, 2) > 0) return "";
  return `The person asked about this: ${dialogue.title}. The last answer was accepted without further questions.`;
}

function conversation(dialogue: Dialogue): Json {
  const built = new Conversation(dialogue);
  const created = built.stamp();
  for (const turn of turns(dialogue)) built.add(turn);
  return {
    uuid: claudeId(dialogue.title),
    name: dialogue.title,
    summary: summaryOf(dialogue),
    created_at: created,
    updated_at: built.messages.length > 0 ? built.stamp() : created,
    account: { uuid: CLAUDE_ACCOUNT },
    chat_messages: built.messages,
  };
}

// Opened and never used: real exports hold a few of these.
function empties(): Dialogue[] {
  return ["2025-04-19T06:02:00Z", "2026-06-05T22:40:00Z"].map((date, index) => ({
    at: Date.parse(date),
    language: "en",
    title: index === 0 ? "" : "Untitled",
    tags: new Map(),
    steps: [],
  }));
}

export function claudeConversations(): Json[] {
  const all = [...CLAUDE_SCRIPTS.flatMap(readScript), ...empties()];
  return all.sort((a, b) => b.at - a.at).map(conversation);
}
