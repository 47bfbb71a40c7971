/** Blocks marked `yaml policy`, `yaml timeline` and `yaml profile` are what they say; `yaml file=…` is a part of that file. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readTimeline } from "../../packages/core/src/events/parse-timeline.ts";
import { checkPolicy } from "../../packages/core/src/policy/parse.ts";
import { readProfile } from "../../packages/core/src/redact/profile/parse-profile.ts";
import type { Document, Fence } from "./document.ts";
import type { Problem } from "./problem.ts";

interface Fault {
  /** Within the block, from 1. */
  readonly line: number | undefined;
  readonly message: string;
}

export function checkCodeBlocks(documents: readonly Document[], root: string): readonly Problem[] {
  return documents.flatMap(({ file, fences }) =>
    fences.flatMap((fence) =>
      faultsOf(fence, root).map(({ line, message }) => ({
        file,
        line: fence.line + (line ?? 1) - 1,
        message,
      })),
    ),
  );
}

function faultsOf(fence: Fence, root: string): readonly Fault[] {
  const [language, ...marks] = fence.info.split(/\s+/);
  if (language !== "yaml") return [];
  const text = `${fence.lines.join("\n")}\n`;
  const file = marks.find((mark) => mark.startsWith("file="))?.slice("file=".length);
  if (file !== undefined) return partFaults(fence.lines, file, root);
  if (marks.includes("policy")) {
    const { errors, findings } = checkPolicy(text, "block");
    return [...errors, ...findings].map(({ message, place }) => ({ line: place?.line, message }));
  }
  if (marks.includes("profile")) {
    return readProfile(text, "block").errors.map(({ message, place }) => ({ line: place.line, message }));
  }
  if (marks.includes("timeline")) {
    return readTimeline(text, "block").errors.map(({ message, place }) => ({ line: place.line, message }));
  }
  return [];
}

/** The block's lines stand in the file, one after the other, at any depth. */
function partFaults(lines: readonly string[], file: string, root: string): readonly Fault[] {
  const path = join(root, file);
  if (!existsSync(path)) return [{ line: 1, message: `there is no file \`${file}\`` }];
  const whole = readFileSync(path, "utf8")
    .split("\n")
    .map((line) => line.trim());
  const part = lines.map((line) => line.trim());
  let best = 0;
  for (let start = 0; start < whole.length; start += 1) {
    let matched = 0;
    while (matched < part.length && whole[start + matched] === part[matched]) matched += 1;
    if (matched === part.length) return [];
    best = Math.max(best, matched);
  }
  return [{ line: best + 1, message: `\`${file}\` does not go on like this: \`${part[best] ?? ""}\`` }];
}
