/**
 * client/*.ts -> **one script** -> the page
 *
 * Joins the page's modules into one classic script, from TypeScript sources when the program
 * runs from sources and from the compiled files in a published package. The modules follow two
 * rules, so that joining is enough: only relative imports by their own names, and no top-level
 * name twice.
 */
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";

const IMPORT = /^import\s+(type\s+)?(?:\{([^}]*)\}\s*from\s*)?"([^"]+)";\r?\n/gm;

/** The script's text. `here` is where this file lies: its extension says which form runs. */
export function clientBundle(here = import.meta.url): string {
  const parts = new Map<string, string>();
  add(new URL(`./client/main${here.endsWith(".ts") ? ".ts" : ".js"}`, here), parts);
  return `"use strict";\n(() => {\n${[...parts.values()].join("\n")}\n})();\n`;
}

/** Modules before those that import them; each once. */
function add(url: URL, parts: Map<string, string>): void {
  if (parts.has(url.href)) return;
  const source = readFileSync(url, "utf8");
  parts.set(url.href, "");
  for (const [, type, names, path] of source.matchAll(IMPORT)) {
    if (type !== undefined || path === undefined) continue;
    if (names?.split(",").every((name) => /^\s*(type\s|$)/.test(name))) continue;
    add(new URL(path, url), parts);
  }
  parts.delete(url.href);
  parts.set(url.href, moduleBody(url, source));
}

function moduleBody(url: URL, source: string): string {
  return (url.pathname.endsWith(".ts") ? stripped(source) : source)
    .replace(IMPORT, "")
    .replace(/^export (?=(?:async )?(?:function|const|let|class)\b)/gm, "")
    .replace(/^export \{\};?$/gm, "")
    .replace(/^\/\/# sourceMappingURL=.*$/gm, "")
    .replace(/^\/\*\*[\s\S]*?\*\/\s*/gm, "")
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{2,}/g, "\n")
    .trim();
}

function stripped(source: string): string {
  const emitWarning = process.emitWarning;
  // Node calls the function experimental on every first use; a person who runs from sources
  // can do nothing about that.
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(source, { mode: "strip" });
  } finally {
    process.emitWarning = emitWarning;
  }
}
