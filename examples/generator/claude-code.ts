import { type Session, Transcript } from "./claude-code-lines.ts";
import { callBlock, memory, result, snapshot, subagent } from "./claude-code-tools.ts";
import { type Files, type Json, jsonLines } from "./files.ts";
import { uuid } from "./random.ts";
import { type Dialogue, readScript, type Step, turns } from "./script.ts";

// A folder as Claude Code leaves it behind: projects/, file-history/, history.jsonl.

export function sessionId(title: string): string {
  return uuid(`claude-code/session/${title}`);
}

function sessionOf(dialogue: Dialogue): Session {
  return {
    id: sessionId(dialogue.title),
    project: dialogue.tags.get("project") ?? "website",
    branch: dialogue.tags.get("branch") ?? "main",
    title: dialogue.title,
    at: dialogue.at,
  };
}

function folder(session: Session): string {
  return `projects/-home-user-${session.project}`;
}

interface Work {
  log: Transcript;
  files: Files;
  dialogue: Dialogue;
}

function helper(work: Work, prompt: string, found: string): void {
  const { session } = work.log;
  const create = (agent: string): Transcript =>
    new Transcript(session, `agent/${session.id}`, work.log.now, agent);
  const own = subagent(work.log, prompt, found, create);
  const path = `${folder(session)}/${session.id}/subagents/agent-${own.agent ?? ""}.jsonl`;
  work.files.set(path, jsonLines(own.lines));
}

function answer(work: Work, steps: Step[]): void {
  const { log } = work;
  let texts: Json[] = [];
  let calls: ReturnType<typeof callBlock>[] = [];
  for (const [index, step] of steps.entries()) {
    const follows = steps[index + 1]?.kind;
    if (step.kind === "assistant") texts.push({ type: "text", text: step.text });
    if (step.kind === "tool") calls.push(callBlock(log, step.text));
    if (step.kind === "tool" || follows === undefined) {
      log.answer([...texts, ...calls.map(({ block }) => block)], calls.length === 0);
      texts = [];
    }
    const call = calls[0];
    if (step.kind === "result" && call) {
      if (work.dialogue.tags.has("subagent") && call.name === "Task")
        helper(work, call.input["prompt"] ?? "", step.text);
      result(log, call, step.text, work.files);
      calls = [];
    }
  }
}

function compact(log: Transcript): void {
  log.link("system", {
    subtype: "compact_boundary",
    content: "Conversation compacted",
    level: "info",
    isMeta: false,
    compactMetadata: { trigger: "auto", preTokens: 155_204 },
  });
  log.link("user", {
    message: {
      role: "user",
      content: `Summary of the work so far: ${log.session.title}. The change is made and tested.`,
    },
    isCompactSummary: true,
    isVisibleInTranscriptOnly: true,
  });
  log.answer([{ type: "text", text: "Understood. Nothing is left open." }], true);
}

function queued(log: Transcript, content: string): void {
  const base = { type: "queue-operation", timestamp: log.iso(), sessionId: log.session.id };
  log.note({ ...base, operation: "enqueue", content });
  log.note({ ...base, operation: "dequeue" });
}

function closing(log: Transcript, prompt: string): void {
  const { id, title } = log.session;
  log.link("system", { subtype: "turn_duration", durationMs: log.next(8000, 90_000), isMeta: false });
  if (log.next(0, 1) === 0) log.note({ type: "ai-title", aiTitle: title, sessionId: id });
  else log.note({ type: "custom-title", customTitle: title, sessionId: id });
  log.note({ type: "last-prompt", lastPrompt: prompt, leafUuid: log.last(), sessionId: id });
}

function write(work: Work, history: Json[]): void {
  const { log, dialogue } = work;
  const { id, project, title } = log.session;
  if (dialogue.tags.has("sidechain")) log.agent = "b07c41d";
  log.note({ type: "permission-mode", permissionMode: "default", sessionId: id });
  let prompt = "";
  for (const [index, turn] of turns(dialogue).entries()) {
    prompt = turn.user;
    if (index > 0) queued(log, prompt);
    snapshot(log, false, {});
    log.link("user", { message: { role: "user", content: prompt }, permissionMode: "default" });
    const pasted = title.startsWith("Card numbers")
      ? { "1": { id: 1, type: "text", content: "charge 4111 1111 1111 1111 ok" } }
      : {};
    history.push({
      display: prompt,
      pastedContents: pasted,
      timestamp: log.now,
      project: `/home/user/${project}`,
      sessionId: id,
    });
    if (index === 0 && log.next(0, 2) === 0) memory(log);
    answer(work, turn.answer);
    log.wait(30, 200);
  }
  if (dialogue.tags.has("compact")) compact(log);
  closing(log, prompt);
  log.lines.unshift({ type: "summary", summary: title, leafUuid: log.last() });
}

export function claudeCode(): Files {
  const files: Files = new Map();
  const history: Json[] = [];
  for (const dialogue of readScript("claude-code")) {
    const session = sessionOf(dialogue);
    const log = new Transcript(session, `claude-code/${session.id}`, dialogue.at);
    write({ log, files, dialogue }, history);
    files.set(`${folder(session)}/${session.id}.jsonl`, jsonLines(log.lines));
  }
  files.set("history.jsonl", jsonLines(history));
  return files;
}
