/** Generated text, formatted as `npm run format` would leave it. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** @param path of the file to be, from the root of the repository: it decides the rules */
export function formatted(path: string, content: unknown): string {
  return formattedText(path, JSON.stringify(content, null, 2));
}

/** The same for what is text already. */
export function formattedText(path: string, text: string): string {
  const result = spawnSync(`${ROOT}node_modules/.bin/biome`, ["format", `--stdin-file-path=${path}`], {
    cwd: ROOT,
    input: text,
    encoding: "utf8",
  });
  if (result.status !== 0) throw new Error(`biome could not format ${path}: ${result.stderr}`);
  return result.stdout;
}
