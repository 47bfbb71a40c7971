/** Files made from code: written, or with `--check` held against what the code says now. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** Writes the file, or under `--check` reports it and fails the process if it is stale. */
export function writeOrCheck(path: URL, text: string): void {
  const file = fileURLToPath(path);
  const name = relative(ROOT, file);
  if (!process.argv.includes("--check")) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`wrote ${name}`);
    return;
  }
  if (textOf(path) === text) return;
  console.error(`${name} is stale: run the script without --check`);
  process.exitCode = 1;
}

/** The file's text, or an empty one if there is no such file. */
export function textOf(path: URL): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return "";
    throw error;
  }
}
