import type { Json } from "./files.ts";
import { random } from "./random.ts";
import { type Dialogue, readScript, type Step, split, turns } from "./script.ts";

// conversations.jsonl: one conversation per line, in Proviso's own form.

interface Item {
  [key: string]: Json;
}

function stamp(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

function shape(step: Step): Item {
  const [name, rest] = split(step.text);
  switch (step.kind) {
    case "user":
      return { role: "user", source: "user", text: step.text };
    case "paste":
      return { role: "user", source: "user", name, pasted: true, text: rest };
    case "tool":
      return { role: "tool", source: "connector", name, text: rest };
    case "reserved": {
      const [text = "", signal = ""] = rest.split(" | ");
      return { role: "tool", source: "connector", name, text, signal };
    }
    default:
      return { role: "assistant", source: "assistant", text: step.text };
  }
}

function line(dialogue: Dialogue): Json {
  const id = dialogue.tags.get("id") ?? "";
  const next = random(`support/${id}`);
  const items: Json[] = [];
  let now = dialogue.at;
  for (const turn of turns(dialogue)) {
    if (turn.jump !== undefined) now = turn.jump;
    for (const step of [{ kind: "user", text: turn.user } as const, ...turn.brought, ...turn.answer]) {
      const { role, source, ...more } = shape(step);
      items.push({
        id: `i${items.length + 1}`,
        role: role ?? "",
        source: source ?? "",
        at: stamp(now),
        ...more,
      });
      now += next(5, 90) * 1000;
    }
  }
  return {
    id,
    account: dialogue.tags.get("account") ?? "",
    title: dialogue.title,
    createdAt: stamp(dialogue.at),
    updatedAt: stamp(now),
    surface: "chat",
    mode: dialogue.tags.get("mode") ?? "ordinary",
    items,
  };
}

export function supportConversations(): Json[] {
  return readScript("support-desk").map(line);
}
