import { join } from "node:path";
import { expect, it } from "vitest";
import { sessionsFolder } from "./default-folder.ts";

it.each([
  [{}, join("/home/x", ".claude", "projects")],
  [{ CLAUDE_CONFIG_DIR: "" }, join("/home/x", ".claude", "projects")],
  [{ CLAUDE_CONFIG_DIR: "/etc/agent" }, join("/etc/agent", "projects")],
])("%j", (env, folder) => expect(sessionsFolder(env, "/home/x")).toBe(folder));
