/**
 * A file's path inside a Claude Code folder -> its part in a session
 *
 * `projects/<project>/<session>.jsonl`, `projects/<project>/<session>/subagents/agent-<id>.jsonl`, older
 * `agent-<id>.jsonl` beside the session, `<session>/tool-results/`, `history.jsonl`, `file-history/`.
 */
export interface PathRole {
  readonly kind: "session" | "history" | "tool-result" | "file-history" | "other";
  /** What lines that do not name their session belong to. */
  readonly session: string;
  readonly agent: string | undefined;
}

export function roleOf(path: string): PathRole {
  const parts = path.split("/");
  const name = parts[parts.length - 1] ?? "";
  const stem = name.replace(/\.jsonl$/i, "");
  const folder = (from: string): string | undefined => parts[parts.indexOf(from) - 1];
  if (name === "history.jsonl") return { kind: "history", session: "", agent: undefined };
  if (parts.includes("tool-results")) {
    return { kind: "tool-result", session: folder("tool-results") ?? "", agent: undefined };
  }
  if (parts.includes("file-history")) return { kind: "file-history", session: "", agent: undefined };
  if (!/\.jsonl$/i.test(name)) return { kind: "other", session: stem, agent: undefined };
  const agent = /^agent-(.+)$/.exec(stem)?.[1];
  return {
    kind: "session",
    session: (parts.includes("subagents") ? folder("subagents") : undefined) ?? stem,
    agent,
  };
}
