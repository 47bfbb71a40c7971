import { type Fields, image, Tree, text } from "./chatgpt-nodes.ts";
import { instructions, think, useTool } from "./chatgpt-tools.ts";
import type { Json } from "./files.ts";
import { token, uuid } from "./random.ts";
import { type Dialogue, readScript, type Step, type Turn, turns } from "./script.ts";

// conversations.json of a ChatGPT export.

export interface Chat {
  id: string;
  dialogue: Dialogue;
  answer: string;
  hidden: string[];
  updated: number;
  json: Json;
}

export function chatId(title: string): string {
  return uuid(`chatgpt/conversation/${title}`);
}

function modelOf(dialogue: Dialogue): string {
  const date = new Date(dialogue.at).toISOString();
  const named = dialogue.tags.get("model");
  if (named) return named;
  if (date < "2024-05-13") return "gpt-4";
  return date < "2025-08-07" ? "gpt-4o" : "gpt-5";
}

function ask(tree: Tree, turn: Turn): void {
  const pictures = turn.brought.map((step) => step.text.split(" "));
  if (pictures.length === 0) {
    tree.say({ role: "user", content: text(turn.user) });
    return;
  }
  const parts: Json[] = [];
  const attachments: Json[] = [];
  for (const [name = "", width, height] of pictures) {
    const id = token(`${tree.key}/${name}`, 22);
    const size = { width: Number(width), height: Number(height) };
    parts.push(image(id, size.width, size.height, null));
    attachments.push({
      id: `file-${id}`,
      name,
      mime_type: "image/png",
      size: size.width * size.height,
      ...size,
    });
  }
  tree.say({
    role: "user",
    content: { content_type: "multimodal_text", parts: [...parts, turn.user] },
    metadata: { attachments },
  });
}

// A regenerated answer stays in the tree, beside the path that leads to the
// current node; now and then the person had already gone on below it.
function regenerate(tree: Tree, rejected: string, goesOn: boolean, model: Fields): string {
  const asked = tree.current;
  const id = tree.say({ role: "assistant", content: text(rejected), endTurn: true, metadata: model });
  if (goesOn) {
    tree.wait(20, 60);
    tree.say({
      role: "user",
      content: text("No. If you need a contact, take tamarin@example.com and start again."),
    });
  }
  tree.wait(20, 60);
  tree.current = asked;
  return id;
}

function answer(tree: Tree, steps: Step[], model: Fields): void {
  let call = "";
  for (const step of steps) {
    tree.wait(2, 9);
    if (step.kind === "thinking") think(tree, step.text, model);
    if (step.kind === "tool") call = step.text;
    if (step.kind === "result") useTool(tree, call, step.text, model);
    if (step.kind === "assistant")
      tree.say({ role: "assistant", content: text(step.text), endTurn: true, metadata: model });
  }
}

function grow(dialogue: Dialogue): { tree: Tree; created: number; hidden: string[] } {
  const tree = new Tree(`chatgpt/conversation/${dialogue.title}`, dialogue.at);
  const model: Fields = {
    model_slug: modelOf(dialogue),
    finish_details: { type: "stop", stop_tokens: [200002] },
  };
  const created = tree.seconds();
  const hidden: string[] = [];
  if (tree.next(0, 3) > 0) instructions(tree, dialogue.at > Date.parse("2025-06-01T00:00:00Z"));
  for (const turn of turns(dialogue)) {
    if (turn.jump !== undefined) tree.now = turn.jump + tree.next(0, 59_999);
    ask(tree, turn);
    for (const rejected of turn.alternates) {
      tree.wait(2, 9);
      hidden.push(regenerate(tree, rejected, dialogue.language === "en" && tree.next(0, 2) === 0, model));
    }
    answer(tree, turn.answer, model);
    tree.wait(30, 300);
  }
  return { tree, created, hidden };
}

function chat(dialogue: Dialogue): Chat {
  const { tree, created, hidden } = grow(dialogue);
  const id = chatId(dialogue.title);
  const gizmo = dialogue.tags.get("gizmo") ?? null;
  const updated = tree.now;
  const json = {
    title: dialogue.title,
    create_time: created,
    update_time: tree.seconds(),
    mapping: tree.mapping(),
    moderation_results: [],
    current_node: tree.current,
    plugin_ids: null,
    conversation_id: id,
    conversation_template_id: gizmo,
    gizmo_id: gizmo,
    gizmo_type: gizmo ? "gpt" : null,
    is_archived: dialogue.tags.has("archived"),
    is_starred: null,
    safe_urls: [],
    blocked_urls: [],
    default_model_slug: modelOf(dialogue),
    conversation_origin: null,
    voice: null,
    async_status: null,
    disabled_tool_ids: [],
    is_do_not_remember: false,
    memory_scope: "global_enabled",
    is_study_mode: dialogue.tags.has("study"),
    owner: null,
    id,
  };
  return { id, dialogue, answer: tree.current, hidden, updated, json };
}

export function chats(): Chat[] {
  const all = ["chatgpt-home", "chatgpt-school", "chatgpt-tools"].flatMap(readScript);
  return all.sort((a, b) => b.at - a.at).map(chat);
}
