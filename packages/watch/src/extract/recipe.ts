import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ExtractRules } from "./rules.ts";

/** Raised whenever the same bytes and libraries would give another text. */
const EXTRACTION_VERSION = 1;

const LIBRARIES = {
  vote: ["linkedom", "defuddle", "@mozilla/readability", "turndown"],
  declared: ["linkedom", "turndown"],
  pdf: ["unpdf"],
  text: [],
} as const;

export type Way = keyof typeof LIBRARIES;

const versions = new Map<string, string>();

/**
 * `proviso-extract/1 vote linkedom@0.18.12 … rules=1a2b3c4d5e6f`: what the text is made with, apart from the
 * bytes. Which extractor won a vote is not part of it: that follows from the bytes.
 */
export function recipeOf(way: Way, rules: ExtractRules): string {
  const libraries = LIBRARIES[way].map((name) => `${name}@${versionOf(name)}`);
  const { select = [], remove = [], filters = [] } = rules;
  const hash = createHash("sha256").update(stable({ select, remove, filters })).digest("hex").slice(0, 12);
  return [`proviso-extract/${EXTRACTION_VERSION}`, way, ...libraries, `rules=${hash}`].join(" ");
}

/** JSON with sorted keys and without what is undefined: equal rules print equally. */
function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${stable(one)}`)
    .join(",")}}`;
}

/** Of the library as installed: the range in package.json would not tell two texts apart. */
function versionOf(name: string): string {
  const known = versions.get(name);
  if (known !== undefined) return known;
  let folder = dirname(fileURLToPath(import.meta.resolve(name)));
  for (;;) {
    const file = join(folder, "package.json");
    if (existsSync(file)) {
      const { name: found, version } = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
      if (found === name && version !== undefined) {
        versions.set(name, version);
        return version;
      }
    }
    const parent = dirname(folder);
    if (parent === folder) return "unknown";
    folder = parent;
  }
}
