/**
 * Chat exports of any size for the importer benchmark, the same bytes on every machine
 *
 * Writes `conversations.json` (one array) and `conversations.jsonl` (the same records, one a line)
 * as a stream. Sizes follow what exports look like: about 5 KB a conversation in the mean, mostly
 * short ones with a long tail, text in several scripts, code with quotes and line breaks to escape.
 */
import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { join } from "node:path";

export type Format = "claude-ai" | "chatgpt";

type Random = () => number;

function mulberry32(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS =
  "the of and to in is that for it as with on be at this by from or an have not are was you your can which will more about if then when what how there some each other into over after before because while still between question answer meeting invoice garden recipe summary letter contract deadline translate explain compare budget holiday résumé naïve façade".split(
    " ",
  );
const LINES = [
  'Here\'s a version that handles the empty case:\n\n```python\ndef total(rows):\n    """Sum the `amount` field."""\n    return sum(row["amount"] for row in rows if row)\n```\n',
  '```json\n{\n  "name": "example",\n  "values": [1, 2, 3],\n  "path": "C:\\\\temp\\\\file.txt"\n}\n```\n',
  "Das lässt sich kürzer sagen: „Wir melden uns bis Freitag zurück.“ ",
  "これは短い説明です。次の手順を順番に確認してください。",
  "- first, check the date\n- then compare both columns\n- finally, write down what is missing\n",
];

function makeTexts(random: Random): string[] {
  return Array.from({ length: 400 }, (_, index) => {
    // A long tail: most messages are a few sentences, a few fill pages.
    const target = Math.min(20_000, Math.round(80 / (0.02 + random() ** 1.6)));
    let text = "";
    while (text.length < target) {
      if (random() < 0.02) text += LINES[Math.floor(random() * LINES.length)] ?? "";
      else text += `${WORDS[Math.floor(random() * WORDS.length)] ?? ""}${random() < 0.08 ? ".\n" : " "}`;
    }
    return `${text.slice(0, target)} ${index}`;
  });
}

export class Maker {
  readonly #random = mulberry32(7);
  readonly #texts = makeTexts(this.#random);

  text(): string {
    return this.#texts[Math.floor(this.#random() * this.#texts.length)] ?? "";
  }

  uuid(): string {
    const hex = Array.from({ length: 4 }, () =>
      Math.floor(this.#random() * 4294967296)
        .toString(16)
        .padStart(8, "0"),
    ).join("");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  chance(of: number): boolean {
    return this.#random() < of;
  }

  count(mean: number): number {
    return 1 + Math.floor(-Math.log(1 - this.#random()) * mean);
  }

  time(): number {
    return Date.UTC(2025, 0, 1) + Math.floor(this.#random() * 400 * 86_400_000);
  }
}

const ACCOUNT = "4e0a1c52-3d5b-4c1e-9a52-0c6f3a7be001";

export function iso(at: number): string {
  return `${new Date(at).toISOString().slice(0, -1)}417Z`;
}

function claudeBlocks(make: Maker, text: string, at: number, isAnswer: boolean): unknown[] {
  const times = { start_timestamp: iso(at), stop_timestamp: iso(at + 1500), flags: null };
  const blocks: unknown[] = [{ ...times, type: "text", text, citations: [] }];
  if (!isAnswer || !make.chance(0.12)) return blocks;
  const id = `toolu_${make.uuid()}`;
  const both = { integration_name: null, integration_icon_url: null, display_content: null };
  return [
    { ...times, type: "thinking", thinking: make.text().slice(0, 600), summaries: [], cut_off: false },
    { ...times, type: "tool_use", id, name: "web_search", input: { query: "example query" }, ...both },
    {
      ...times,
      type: "tool_result",
      tool_use_id: id,
      name: "web_search",
      content: [{ type: "text", text: make.text() }],
      is_error: false,
      ...both,
    },
    ...blocks,
  ];
}

function claudeConversation(make: Maker): unknown {
  const created = make.time();
  const messages = Array.from({ length: make.count(3.1) }, (_, index) => {
    const isAnswer = index % 2 === 1;
    const at = created + index * 45_000;
    const text = isAnswer ? make.text() : make.text().slice(0, 300);
    return {
      uuid: make.uuid(),
      text,
      content: claudeBlocks(make, text, at, isAnswer),
      sender: isAnswer ? "assistant" : "human",
      created_at: iso(at),
      updated_at: iso(at),
      attachments: make.chance(0.03)
        ? [{ file_name: "", file_size: 2000, file_type: "txt", extracted_content: make.text() }]
        : [],
      files: [],
      parent_message_uuid: make.uuid(),
    };
  });
  return {
    uuid: make.uuid(),
    name: make.text().slice(0, 40),
    summary: "",
    created_at: iso(created),
    updated_at: iso(created + messages.length * 45_000),
    account: { uuid: ACCOUNT },
    chat_messages: messages,
  };
}

/** A node and its message share their id. */
function chatgptMessage(make: Maker, id: string, index: number, at: number): unknown {
  const role = index === 0 ? "system" : index % 2 === 1 ? "user" : "assistant";
  const text = role === "system" ? "" : role === "user" ? make.text().slice(0, 300) : make.text();
  return {
    id,
    author: { role, name: null, metadata: {} },
    create_time: index === 0 ? null : at / 1000 + 0.417213,
    update_time: null,
    content: { content_type: "text", parts: [text] },
    status: "finished_successfully",
    end_turn: role === "assistant" ? true : null,
    weight: 1,
    metadata: { model_slug: "gpt-5", request_id: make.uuid(), timestamp_: "absolute", citations: [] },
    recipient: "all",
    channel: null,
  };
}

function chatgptConversation(make: Maker): unknown {
  const created = make.time();
  const ids = Array.from({ length: make.count(4.2) + 1 }, () => make.uuid());
  const mapping = Object.fromEntries(
    ids.map((node, index) => [
      node,
      {
        id: node,
        message: chatgptMessage(make, node, index, created + index * 30_000),
        parent: ids[index - 1] ?? null,
        children: ids[index + 1] === undefined ? [] : [ids[index + 1]],
      },
    ]),
  );
  const id = make.uuid();
  return {
    title: make.text().slice(0, 40),
    create_time: created / 1000 + 0.213417,
    update_time: created / 1000 + ids.length * 30 + 0.213417,
    mapping,
    moderation_results: [],
    current_node: ids.at(-1),
    conversation_id: id,
    id,
    default_model_slug: "gpt-5",
    is_archived: false,
    safe_urls: [],
    voice: null,
  };
}

export interface Generated {
  readonly array: string;
  readonly lines: string;
  readonly conversations: number;
  readonly bytes: number;
}

/** Writes an export of about `megabytes` (10^6 bytes) into `folder`, twice: as an array and as lines. */
export async function generateExport(format: Format, megabytes: number, folder: string): Promise<Generated> {
  const make = new Maker();
  const array = join(folder, "conversations.json");
  const lines = join(folder, "conversations.jsonl");
  const outputs: [WriteStream, WriteStream] = [createWriteStream(array), createWriteStream(lines)];
  let bytes = 0;
  let conversations = 0;
  while (bytes < megabytes * 1e6) {
    const batch = Array.from({ length: 200 }, () =>
      JSON.stringify(format === "claude-ai" ? claudeConversation(make) : chatgptConversation(make)),
    );
    const first = conversations === 0 ? "[" : ",";
    const joined = first + batch.join(",");
    conversations += batch.length;
    bytes += Buffer.byteLength(joined);
    await write(outputs[0], joined);
    await write(outputs[1], `${batch.join("\n")}\n`);
  }
  await write(outputs[0], "]");
  for (const output of outputs) {
    output.end();
    await once(output, "finish");
  }
  return { array, lines, conversations, bytes: bytes + 1 };
}

export async function write(output: WriteStream, text: string): Promise<void> {
  if (!output.write(text)) await once(output, "drain");
}
