// Writes everything in examples/ that is not text for people:
//   node examples/generate.ts
// The same bytes come out on every run.

import { chats } from "./generator/chatgpt.ts";
import { chatPage, comparisons, feedback, sharedLinks, user } from "./generator/chatgpt-account.ts";
import { claudeMemories, claudeProjects, claudeUsers } from "./generator/claude-account.ts";
import { claudeConversations } from "./generator/claude-ai.ts";
import { claudeCode } from "./generator/claude-code.ts";
import { clear, type Files, json, jsonLines, save } from "./generator/files.ts";
import { supportConversations } from "./generator/support.ts";
import { supportEvents } from "./generator/support-events.ts";
import {
  CLAUDE_LIVES,
  chatgptTimeline,
  claudeCodeTimeline,
  claudeOptedOut,
  claudeTimeline,
  claudeUnknown,
} from "./generator/timelines.ts";
import { zip } from "./generator/zip.ts";

function claudePersonal(): Files {
  const batch = "data-2026-09-14-10-22-31-batch-0000";
  return new Map([
    [`${batch}/conversations.json`, json(claudeConversations())],
    [`${batch}/users.json`, json(claudeUsers())],
    [`${batch}/projects.json`, json(claudeProjects())],
    [`${batch}/memories.json`, json(claudeMemories())],
    ["account.yaml", claudeTimeline()],
    ["account-opted-out.yaml", claudeOptedOut()],
    ["account-unknown.yaml", claudeUnknown()],
    ...Object.entries(CLAUDE_LIVES).map(([name, timeline]): [string, string] => [
      `account-${name}.yaml`,
      timeline(),
    ]),
  ]);
}

function chatgptFamily(): Files {
  const all = chats();
  const archive = new Map([
    ["chat.html", chatPage(all)],
    ["conversations.json", JSON.stringify(all.map((chat) => chat.json))],
    ["message_feedback.json", JSON.stringify(feedback(all))],
    ["model_comparisons.json", JSON.stringify(comparisons(all))],
    ["shared_conversations.json", JSON.stringify(sharedLinks(all))],
    ["user.json", JSON.stringify(user())],
  ]);
  return new Map<string, string | Uint8Array>([
    ["chatgpt-export-2026-06-30.zip", zip(archive)],
    ["account.yaml", chatgptTimeline()],
  ]);
}

function claudeCodeWork(): Files {
  return new Map([...claudeCode(), ["account.yaml", claudeCodeTimeline()]]);
}

function supportDesk(): Files {
  return new Map([
    ["conversations.jsonl", jsonLines(supportConversations())],
    ["events.jsonl", jsonLines(supportEvents())],
  ]);
}

const EXAMPLES: Record<string, () => Files> = {
  "claude-personal": claudePersonal,
  "chatgpt-family": chatgptFamily,
  "claude-code-work": claudeCodeWork,
  "support-desk": supportDesk,
};

// The policy of the support desk is written by hand: it stays.
clear([
  "claude-personal/",
  "chatgpt-family/",
  "claude-code-work/",
  "support-desk/conversations.jsonl",
  "support-desk/events.jsonl",
]);
for (const [name, build] of Object.entries(EXAMPLES)) {
  const files = new Map([...build()].map(([path, content]) => [`${name}/${path}`, content] as const));
  save(files);
  console.log(`${name}: ${files.size} files`);
}
