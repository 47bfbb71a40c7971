/**
 * `proviso lineage conversation|subject|run|model`: which runs took in what, and what had begun
 */
import { ProvisoError } from "@proviso/core";
import type { Manifest } from "@proviso/core/export";
import {
  LineageHistory,
  type LineageManifest,
  traceConversation,
  traceModel,
  traceRun,
  traceSubject,
} from "@proviso/core/lineage";
import { readKey } from "../input/key.ts";
import { readTold } from "../lineage/read-told.ts";
import { ExportSets } from "../lineage/sets.ts";
import { print } from "../output/stdout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { lineageJson } from "./lineage-json.ts";
import { lineageText, modelText, runText } from "./lineage-text.ts";
import type { About, Traced } from "./lineage-view.ts";
import type { Context, LineageOptions } from "./options.ts";

export function lineageConversation(context: Context, id: string, options: LineageOptions): Promise<number> {
  return traced(context, { kind: "conversation", id }, options);
}

export function lineageSubject(context: Context, id: string, options: LineageOptions): Promise<number> {
  return traced(context, { kind: "subject", id }, options);
}

export function lineageRun(context: Context, id: string, options: LineageOptions): Promise<number> {
  return traced(context, { kind: "run", id }, options);
}

export function lineageModel(context: Context, id: string, options: LineageOptions): Promise<number> {
  return traced(context, { kind: "model", id }, options);
}

async function traced({ terminal, now }: Context, about: About, options: LineageOptions): Promise<number> {
  const told = await readTold(options);
  const folders = options.export ?? [];
  const key = folders.length === 0 ? new Uint8Array() : await readKey(options.keyFile, process.env);
  const sets = await ExportSets.open(folders, key);
  try {
    const at = options.at ?? now;
    const known = options.known ?? Number.POSITIVE_INFINITY;
    const manifests = [...told.manifests, ...sets.manifests].map(lineageManifest);
    const { isMember } = sets;
    const history = new LineageHistory(told.events, { manifests, isMember, at, known });
    const { erased, foreign } = told;
    const view: Traced = {
      about,
      at,
      known,
      erased,
      foreign,
      folderOf: (digest) => sets.folderOf(digest),
    };
    await print(trace(history, view, terminal.json));
    return EXIT.ok;
  } finally {
    sets.close();
  }
}

function trace(history: LineageHistory, view: Traced, isJson: boolean): string {
  const { kind, id } = view.about;
  if (kind === "run") {
    const run = traceRun(history, id);
    if (run === undefined) throw unnamed(view);
    return isJson ? lineageJson(view, run) : runText(view, run);
  }
  if (kind === "model") {
    const model = traceModel(history, id);
    if (model === undefined) throw unnamed(view);
    return isJson ? lineageJson(view, model) : modelText(view, model);
  }
  if (kind === "conversation") {
    const lineage = traceConversation(history, id);
    return isJson ? lineageJson(view, lineage) : lineageText(view, lineage);
  }
  const lineage = traceSubject(history, id);
  if (lineage.conversations.length === 0 && lineage.after.length === 0) throw unnamed(view);
  return isJson ? lineageJson(view, lineage) : lineageText(view, lineage);
}

function lineageManifest({ digest, purpose, at, known, conversations }: Manifest): LineageManifest {
  return {
    digest,
    purpose,
    at: Date.parse(at),
    known: known === null ? undefined : Date.parse(known),
    conversations: conversations.included,
  };
}

const NOUNS = { conversation: "conversation", subject: "account", run: "run", model: "model" } as const;

function unnamed({ about: { kind, id }, erased }: Traced): ProvisoError {
  const gone = erased > 0 ? "; leaves of the ledger were erased, and nobody can tell what they said" : "";
  return new ProvisoError("NOT_FOUND", `no event names ${NOUNS[kind]} \`${id}\`${gone}`, {
    hint: "write the whole id, and give the events that name it: `--ledger LEDGER`, `--events FILE`",
  });
}
