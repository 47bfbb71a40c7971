import type { Line, Transcript } from "./claude-code-lines.ts";
import type { Files, Json } from "./files.ts";
import { hex, uuid } from "./random.ts";
import { split } from "./script.ts";

// Tool calls of Claude Code: the call, its result, and what the client keeps aside.

type Input = { [key: string]: string };

function extra(name: string, input: Input, output: string): Json {
  const path = input["file_path"] ?? "";
  const rows = output.split("\n").length;
  switch (name) {
    case "Read":
      return {
        type: "text",
        file: { filePath: path, content: output, numLines: rows, startLine: 1, totalLines: rows },
      };
    case "Edit":
      return {
        filePath: path,
        oldString: input["old_string"] ?? "",
        newString: input["new_string"] ?? "",
        originalFile: `// before\n${input["old_string"] ?? ""}\n`,
        structuredPatch: [],
        userModified: false,
        replaceAll: false,
      };
    case "Write":
      return { type: "create", filePath: path, content: input["content"] ?? "", structuredPatch: [] };
    case "Bash":
      return { stdout: output, stderr: "", interrupted: false, isImage: false };
    case "Task":
      return {
        status: "completed",
        prompt: input["prompt"] ?? "",
        content: [{ type: "text", text: output }],
      };
    default:
      return { mode: input["output_mode"] ?? "content", numFiles: rows, content: output };
  }
}

export function snapshot(log: Transcript, update: boolean, backups: Line): void {
  log.note({
    type: "file-history-snapshot",
    messageId: log.last(),
    snapshot: { messageId: log.last(), trackedFileBackups: backups, timestamp: log.iso() },
    isSnapshotUpdate: update,
  });
}

// The client keeps the file as it was before a change, outside the transcript.
function backUp(log: Transcript, path: string, before: string, files: Files): void {
  const name = `${hex(`backup/${path}`, 16)}@v1`;
  files.set(`file-history/${log.session.id}/${name}`, before);
  snapshot(log, true, { [path]: { backupFileName: name, version: 1, backupTime: log.iso() } });
}

export function callBlock(
  log: Transcript,
  step: string,
): { id: string; name: string; input: Input; block: Json } {
  const [name, text] = split(step);
  const input = JSON.parse(text) as Input;
  const id = `toolu_01${log.id("tool").slice(0, 22)}`;
  return { id, name, input, block: { type: "tool_use", id, name, input } };
}

export function result(
  log: Transcript,
  call: ReturnType<typeof callBlock>,
  text: string,
  files: Files,
): void {
  const failed = text.startsWith("! ");
  const output = failed ? text.slice(2) : text;
  const asked = log.last();
  if (call.name === "Bash") progress(log, call.id, output);
  log.wait(1, 8);
  log.link("user", {
    message: {
      role: "user",
      content: [
        { type: "tool_result", tool_use_id: call.id, content: output, ...(failed ? { is_error: true } : {}) },
      ],
    },
    toolUseResult: failed ? `Error: ${output}` : extra(call.name, call.input, output),
    sourceToolAssistantUUID: asked,
  });
  const path = call.input["file_path"];
  const before = call.input["old_string"];
  if (call.name === "Edit" && path && before) {
    backUp(log, path, `// before\n${before}\n`, files);
    changed(log, path, call.input["new_string"] ?? "");
  }
}

function progress(log: Transcript, tool: string, output: string): void {
  log.wait(1, 2);
  log.link("progress", {
    toolUseID: `bash-progress-${log.lines.length}`,
    parentToolUseID: tool,
    data: {
      type: "bash_progress",
      output,
      fullOutput: output,
      elapsedTimeSeconds: 2,
      totalLines: output.split("\n").length,
    },
  });
}

function changed(log: Transcript, filename: string, snippet: string): void {
  log.link("attachment", { attachment: { type: "edited_text_file", filename, snippet: `1\t${snippet}` } });
}

export function memory(log: Transcript): void {
  const path = `/home/user/${log.session.project}/CLAUDE.md`;
  const content = "# House rules\n\nSmall commits. Ask before you delete a file.\n";
  log.link("attachment", {
    attachment: {
      type: "nested_memory",
      path,
      content: { path, type: "Project", content },
      displayPath: "CLAUDE.md",
    },
  });
}

/** The transcript of a helper, kept in a file of its own. */
export function subagent(
  log: Transcript,
  prompt: string,
  found: string,
  create: (agent: string) => Transcript,
): Transcript {
  const agent = hex(`agent/${uuid(prompt)}`, 7);
  const own = create(agent);
  own.link("user", { message: { role: "user", content: prompt } });
  const call = callBlock(
    own,
    `Glob ${JSON.stringify({ pattern: "**/*", path: `/home/user/${log.session.project}` })}`,
  );
  own.answer([call.block], false);
  result(own, call, "package.json\nREADME.md", new Map());
  own.answer([{ type: "text", text: found }], true);
  return own;
}
