import type { Json } from "./files.ts";
import { hex, type Random, token } from "./random.ts";
import { type Step, split } from "./script.ts";

// Content blocks of one message in a Claude.ai export.

type Block = { [key: string]: Json };

export interface Clock {
  now: number;
  stamp: (at: number) => string;
}

const INTEGRATIONS: Record<string, string> = {
  google_drive_search: "Google Drive",
  search_gmail_messages: "Gmail",
  list_gcal_events: "Google Calendar",
  mcp__tracker__list_issues: "Tracker",
};

function span(clock: Clock, random: Random, from: number, to: number): Block {
  const start = clock.now;
  clock.now += random(from, to) * 1000 + random(0, 999);
  return { start_timestamp: clock.stamp(start), stop_timestamp: clock.stamp(clock.now), flags: null };
}

export function textBlock(text: string, clock: Clock, random: Random, slow: boolean): Block {
  const seconds = slow ? Math.ceil(text.length / 60) : 0;
  return { ...span(clock, random, seconds, seconds + 1), type: "text", text, citations: [] };
}

function thinkingBlock(text: string, clock: Clock, random: Random): Block {
  return {
    ...span(clock, random, 2, 9),
    type: "thinking",
    thinking: text,
    summaries: [{ summary: `${text.split(/[.,;:]/)[0] ?? text}.` }],
    cut_off: false,
    truncated: false,
    alternative_display_type: null,
    signature: null,
  };
}

const BOTH = {
  integration_icon_url: null,
  message: null,
  display_content: null,
};

function toolBlock(name: string, input: string, id: string, clock: Clock, random: Random): Block {
  return {
    ...span(clock, random, 1, 2),
    type: "tool_use",
    id,
    name,
    input: JSON.parse(input) as Json,
    ...BOTH,
    integration_name: INTEGRATIONS[name] ?? null,
    context: null,
    approval_options: null,
    approval_key: null,
    is_mcp_app: null,
    mcp_server_url: null,
  };
}

// "Title: Name | address | text" is a page that a search brought back.
function resultContent(text: string, key: string): Json {
  const [title, url, excerpt] = text.replace(/^Title: /, "").split(" | ");
  if (!text.startsWith("Title: ") || !title || !url) return [{ type: "text", text, uuid: hex(key, 32) }];
  const host = new URL(url).host;
  return [
    {
      type: "knowledge",
      title,
      url,
      text: excerpt ?? "",
      metadata: { type: "webpage_metadata", site_domain: host, site_name: host },
      is_missing: false,
      is_citable: true,
      prompt_context_metadata: { url },
    },
  ];
}

function resultBlock(tool: Block, text: string, key: string, clock: Clock, random: Random): Block {
  return {
    ...span(clock, random, 1, 3),
    type: "tool_result",
    tool_use_id: tool["id"] ?? null,
    name: tool["name"] ?? null,
    content: resultContent(text, key),
    is_error: false,
    structured_content: null,
    meta: null,
    ...BOTH,
    integration_name: tool["integration_name"] ?? null,
  };
}

export function answerBlocks(steps: Step[], key: string, clock: Clock, random: Random): Block[] {
  const out: Block[] = [];
  let tool: Block = {};
  for (const [index, step] of steps.entries()) {
    const own = `${key}/${index}`;
    if (step.kind === "thinking") out.push(thinkingBlock(step.text, clock, random));
    if (step.kind === "assistant") out.push(textBlock(step.text, clock, random, true));
    if (step.kind === "tool") {
      const [name, input] = split(step.text);
      tool = toolBlock(name, input, `toolu_01${token(own, 22)}`, clock, random);
      out.push(tool);
    }
    if (step.kind === "result") out.push(resultBlock(tool, step.text, own, clock, random));
  }
  return out;
}
