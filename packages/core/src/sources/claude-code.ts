/**
 * Claude Code transcripts (a `.claude` folder, its `projects`, or one session file) -> **Conversation**
 *
 * A session may lie in several files: continued, compacted, with subagents. Its lines are merged by
 * session id and told apart by uuid. Two passes (gather/grouped.ts); memory: one number per session, the
 * titles told for lines elsewhere, and the items of the sessions that are open at the current line.
 */
import { type LineKey, LineKeys } from "./claude-code/line-key.ts";
import { LINE } from "./claude-code/line-shape.ts";
import { type PathRole, roleOf } from "./claude-code/paths.ts";
import { SessionThread } from "./claude-code/session.ts";
import { promptTitle, TITLES } from "./claude-code/title.ts";
import { claim } from "./detect/claim.ts";
import type { JsonObject } from "./detect/head.ts";
import { grouped } from "./gather/grouped.ts";
import { lineBatches } from "./gather/line-splitter.ts";
import { NarrowShape } from "./gather/narrow-shape.ts";
import { openAhead } from "./gather/open-ahead.ts";
import { Carry } from "./json/carry.ts";
import { lines, type RawRecord } from "./json/lines.ts";
import { firstName, instantOf, type Json, nameOf } from "./read-field.ts";
import type { Report } from "./report.ts";
import type { Input, ReadOptions, Source, SourceFile } from "./source.ts";

/** What a line type that is no item is counted as. */
const HELD: Readonly<Record<string, string>> = {
  "file-history-snapshot": "file history snapshots",
  "last-prompt": "last prompts",
  progress: "progress lines",
  "queue-operation": "queued prompts",
};
/** Settings and names of a session: no content. */
const SETTINGS = [
  "agent-name",
  "agent-setting",
  "bridge-session",
  "permission-mode",
  "pr-link",
  "worktree-state",
];
export const claudeCode: Source = {
  id: "claude-code",
  title: "Claude Code sessions: a .claude folder, its projects, or one session file",
  completeFor: (files) =>
    files.some((file) => roleOf(file.path).kind === "session") ? ["conversation.created", "item.added"] : [],
  detect,
  async *read(files, report, options) {
    const counts = new Map<string, number>();
    const hold = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
    const sessions: SourceFile[] = [];
    for (const file of files) {
      const { kind } = roleOf(file.path);
      if (kind === "tool-result") hold("tool result files");
      else if (kind === "file-history") hold("file history copies");
      else if (kind === "history") for await (const _ of lines(file, options)) hold("prompts in history");
      else sessions.push(file);
    }
    yield* readSessions(sessions, report, options, hold);
    for (const [what, count] of counts) yield { kind: "holding", what, count };
  },
};

async function detect(input: Input): Promise<readonly SourceFile[]> {
  const claimed = await claim(
    input,
    (record, file) => isLine(record) || (roleOf(file.path).kind === "history" && isPrompt(record)),
  );
  if (claimed.length === 0) return [];
  const beside = input.files.filter((file) =>
    ["tool-result", "file-history"].includes(roleOf(file.path).kind),
  );
  const all = new Set([...claimed, ...beside]);
  return input.files.filter((file) => all.has(file));
}

function isLine(record: JsonObject): boolean {
  const type = record["type"];
  if (typeof type !== "string" || type === "message" || "role" in record || "traceId" in record) return false;
  if ("sessionId" in record) return true;
  if (type === "summary") return "leafUuid" in record;
  if (type === "file-history-snapshot") return "snapshot" in record;
  return typeof record["uuid"] === "string" && ("message" in record || "timestamp" in record);
}

function isPrompt(record: JsonObject): boolean {
  return typeof record["display"] === "string" && "project" in record;
}

function readSessions(
  files: readonly SourceFile[],
  report: Report,
  options: ReadOptions,
  hold: (what: string) => void,
): AsyncIterable<ReturnType<SessionThread["finish"]>> {
  const titles = new Map<string, string>();
  const paths = new Map(files.map(({ path }) => [path, roleOf(path)] as const));
  const pathOf = ({ path }: SourceFile): PathRole => paths.get(path) ?? roleOf(path);
  const shape = new NarrowShape(LINE[options.content ? "text" : "measure"]);
  const keys = new LineKeys();
  const carry = new Carry();
  const scannedSession = sessionFinder();
  const sessionOf = sessionFinder();
  return grouped({
    files: openAhead(files),
    report,
    options,
    open: (file, passed) => lineBatches(file, passed, carry),
    make: (id) => new SessionThread(id),
    scan: (raw, file, see) => {
      const key = keys.of(raw.bytes);
      if (key.leaf !== undefined && key.title !== undefined) titles.set(key.leaf, key.title);
      see(scannedSession(key, file, pathOf(file)));
    },
    apply: (raw, file, threads) => {
      const context = { file: file.path, report, strict: options.strict };
      const path = pathOf(file);
      const line = shape.read(raw, context);
      const thread = threads.of(sessionOf(keys.of(raw.bytes), file, path));
      if (line === undefined) return [thread];
      const uuid = nameOf(line["uuid"]);
      thread.entitle(titles.get(uuid ?? ""), TITLES.summary);
      const sidechain = line["isSidechain"] === true ? "sidechain" : undefined;
      const isItem = addLine(thread, line, raw, hold, {
        id: uuid ?? `${file.path}#line-${raw.line}`,
        at: instantOf(line["timestamp"], "timestamp", { raw, context }),
        agent: firstName(line["agentId"], path.agent) ?? sidechain,
        content: options.content,
        report,
      });
      if (isItem) thread.locate(file.path, raw);
      return [thread];
    },
  });
}

/** Finds a line's session; a line that names none belongs to that of the line before. One per pass. */
function sessionFinder(): (key: LineKey, file: SourceFile, path: PathRole) => string {
  let before = { file: "", session: "" };
  return (key, file, path) => {
    const session = key.session ?? (before.file === file.path ? before.session : path.session);
    if (before.file !== file.path || before.session !== session) before = { file: file.path, session };
    return session;
  };
}

/** Whether the line is part of what was said. */
function addLine(
  thread: SessionThread,
  line: Json,
  raw: RawRecord,
  hold: (what: string) => void,
  context: Parameters<SessionThread["addMessage"]>[1],
): boolean {
  const type = nameOf(line["type"]) ?? "";
  switch (type) {
    case "user":
    case "assistant":
      thread.addMessage(line, context);
      if (type === "user" && !thread.hasTitle && context.agent === undefined && line["isMeta"] !== true) {
        thread.entitle(promptTitle(raw), TITLES.prompt);
      }
      return true;
    case "attachment":
      thread.addAttachment(line, context);
      return true;
    case "system":
      thread.addNotice(line, context);
      return true;
    case "summary":
      if (line["message"] !== undefined) thread.addNotice(line, context);
      return line["message"] !== undefined;
    case "ai-title":
      thread.entitle(nameOf(line["aiTitle"]), TITLES.ai);
      return false;
    case "custom-title":
      thread.entitle(nameOf(line["customTitle"]), TITLES.custom);
      return false;
  }
  const held = HELD[type];
  if (held !== undefined) hold(held);
  else if (!SETTINGS.includes(type))
    context.report.countUnknown(`line type ${type.slice(0, 40) || "(none)"}`);
  return false;
}
