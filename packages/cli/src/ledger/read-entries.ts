/**
 * Files -> **Entries**, told by their content: events, timelines, decisions, policies, manifests
 */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ProvisoError } from "@proviso/core";
import { parseEvent, parseTimeline, printEvent, timelineEvents } from "@proviso/core/events";
import { MANIFEST_FILE, parseManifest } from "@proviso/core/export";
import { digestOf, parsePolicy } from "@proviso/core/policy";
import { LOGGED_DECISION } from "@proviso/core/replay";
import { inputError } from "../input/fs-error.ts";
import { readText } from "../input/read-text.ts";
import { loadPacks } from "../packs/load.ts";
import type { Entry } from "./entry.ts";

type Fields = Readonly<Record<string, unknown>>;

const HINT =
  "take events (CloudEvents as JSONL), a timeline, decisions of `proviso decide`, a policy, or a manifest";

/** @throws ProvisoError for what is none of these, or is one with a fault */
export async function* readEntries(path: string): AsyncGenerator<Entry> {
  const stats = await stat(path).catch((error: unknown) => {
    throw inputError(error, path);
  });
  if (stats.isDirectory()) yield* readFolder(path);
  else if (/\.ya?ml$/i.test(path)) yield* readYaml(path);
  else if (await isWholeJson(path)) yield* readManifestFile(path);
  else yield* readLines(path);
}

async function* readFolder(folder: string): AsyncGenerator<Entry> {
  const manifest = join(folder, MANIFEST_FILE);
  const isExport = await stat(manifest).then(
    () => true,
    () => false,
  );
  if (isExport) return yield* readManifestFile(manifest);
  const { policies } = await loadPacks([folder]);
  for (const { policy, file } of policies) yield policyEntry(policy, file);
}

async function* readYaml(file: string): AsyncGenerator<Entry> {
  const text = await readText(file);
  if (/^policy:/m.test(text)) {
    yield policyEntry(parsePolicy(text, file).policy, file);
    return;
  }
  for (const event of timelineEvents(parseTimeline(text, file))) {
    yield { kind: "event", value: printEvent(event), file, line: undefined };
  }
}

/** A manifest is one object over many lines; a line of JSONL ends with its object. */
async function isWholeJson(file: string): Promise<boolean> {
  for await (const line of linesOf(file)) {
    if (line.trim() === "") continue;
    if (line.trim() === "{") return true;
    return /"format"\s*:\s*"proviso-export\//.test(line);
  }
  throw new ProvisoError("INPUT_EMPTY", `\`${file}\` is empty`, { place: { file } });
}

async function* readManifestFile(file: string): AsyncGenerator<Entry> {
  yield { kind: "manifest", value: parseManifest(await readText(file), file), file, line: undefined };
}

async function* readLines(file: string): AsyncGenerator<Entry> {
  let line = 0;
  for await (const text of linesOf(file)) {
    line += 1;
    if (text.trim() !== "") yield entryOf(text, file, line);
  }
}

function entryOf(text: string, file: string, line: number): Entry {
  const place = { file, line };
  const value = parsed(text, place);
  if ("specversion" in value) {
    parseEvent(value, place);
    return { kind: "event", value, file, line };
  }
  if ("uses" in value && "conversation" in value) {
    const read = LOGGED_DECISION.safeParse(value);
    if (read.success) return { kind: "decision", value, file, line };
    const [issue] = read.error.issues;
    throw new ProvisoError("INPUT_MALFORMED", "the decision is not as `proviso decide` writes it", {
      place: { ...place, field: issue?.path.join(".") },
      hint: issue?.message,
    });
  }
  throw new ProvisoError("INPUT_UNRECOGNISED", "this is nothing that can be logged", { place, hint: HINT });
}

function parsed(text: string, place: { readonly file: string; readonly line: number }): Fields {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  } catch (cause) {
    throw new ProvisoError("INPUT_MALFORMED", "the line is no JSON", { place, hint: HINT, cause });
  }
  throw new ProvisoError("INPUT_UNRECOGNISED", "the line is no JSON object", { place, hint: HINT });
}

function policyEntry(policy: Parameters<typeof digestOf>[0], file: string): Entry {
  const value = { id: policy.id, version: policy.version, digest: digestOf(policy) };
  return { kind: "policy", value, file, line: undefined };
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const input = createReadStream(file, "utf8");
  try {
    yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    throw inputError(error, file);
  } finally {
    input.destroy();
  }
}
