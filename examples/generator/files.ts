import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Path below examples/ to content. */
export type Files = Map<string, string | Uint8Array>;

export function json(value: Json): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

export function jsonLines(values: Json[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join("");
}

const ROOT = new URL("../", import.meta.url);

export function clear(folders: string[]): void {
  for (const folder of folders) rmSync(new URL(folder, ROOT), { recursive: true, force: true });
}

export function save(files: Files): void {
  for (const [path, content] of files) {
    const target = fileURLToPath(new URL(path, ROOT));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}
