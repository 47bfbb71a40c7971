/**
 * No path given -> the folder where the coding tool keeps its sessions, if the person says yes
 */
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { ProvisoError } from "@proviso/core";
import { printable } from "../terminal/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** Where sessions lie: the tool's own variable for its folder, or its usual place. */
export function sessionsFolder(env: Readonly<Record<string, string | undefined>>, home: string): string {
  const configured = env["CLAUDE_CONFIG_DIR"];
  return join(configured === undefined || configured === "" ? join(home, ".claude") : configured, "projects");
}

/**
 * The paths as given, or the offered folder.
 * @throws ProvisoError USAGE where there is nobody to ask, or the answer is no
 */
export async function pathsOrOffer(paths: readonly string[], terminal: Terminal): Promise<readonly string[]> {
  if (paths.length > 0) return paths;
  const folder = sessionsFolder(process.env, homedir());
  const isThere = existsSync(folder);
  if (terminal.interactive && isThere && (await isWanted(folder))) return [folder];
  throw new ProvisoError("USAGE", "no path given", {
    hint: isThere
      ? `name an export, or your coding sessions: \`proviso scan ${folder}\``
      : `name an export: a zip as downloaded, its folder, or JSONL; coding sessions would be in \`${folder}\``,
  });
}

async function isWanted(folder: string): Promise<boolean> {
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const aborter = new AbortController();
  prompt.on("SIGINT", () => aborter.abort());
  prompt.on("close", () => aborter.abort());
  try {
    const answer = await prompt.question(`No path given. Scan ${printable(folder)}? [Y/n] `, {
      signal: aborter.signal,
    });
    return /^(?:y|yes)?$/i.test(answer.trim());
  } catch (cause) {
    if (!aborter.signal.aborted) throw cause;
    process.stderr.write("\n");
    throw new ProvisoError("INTERRUPTED", "interrupted, nothing was read", { cause });
  } finally {
    prompt.close();
  }
}
