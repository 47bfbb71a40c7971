/** A declaration -> **Look**: fetch, keep, extract, judge, keep */
import { type DocumentName, type Judgement, judge, settled } from "@proviso/core/terms";
import type { VersionEntry } from "../archive/archive.ts";
import { sha256 } from "../archive/hash.ts";
import type { Archive } from "../archive/open-archive.ts";
import type { Declaration } from "../declare/declaration.ts";
import { declarationAt } from "../declare/declaration-at.ts";
import { combined } from "../extract/combined.ts";
import { extract } from "../extract/extract.ts";
import type { Extracted } from "../extract/extracted.ts";
import { HEALTH_SIGNALS, type HealthSignal, isBlind, isSignalName } from "../health/signals.ts";
import { type Fetch, gather, type Part } from "./gather.ts";
import type { Look } from "./look.ts";
import { type Memory, recall, remember } from "./memory.ts";
import { rulesOf } from "./rules-of.ts";

interface Looking {
  readonly archive: Archive;
  readonly fetch: Fetch;
  /** Milliseconds since 1970, UTC: the instant of the look. */
  readonly at: number;
  /** The proxy of a document's region, by name; undefined: none is set up, or none is needed. */
  readonly proxyOf?: ((region: string | undefined) => string | undefined) | undefined;
}

export async function lookAt(declaration: Declaration, asked: Looking): Promise<Look> {
  const { archive } = asked;
  const { document } = declaration;
  const { version: latest } = await archive.latest(document);
  // A clock that went back must not file a text before the one it replaced.
  const at = Math.max(asked.at, (latest?.judged.at ?? 0) + 1);
  const looking = { ...asked, at };
  const sources = declarationAt(declaration, at);
  const memory = await recall(archive, document);
  const { region } = document;
  const placed = sources.map((source) => ({ ...source, proxy: source.proxy ?? looking.proxyOf?.(region) }));
  const gathered = await gather(placed, memory.sources, { ...looking, document });
  if (gathered.is === "unseen") {
    const { outcome, signal } = gathered;
    return await unseen(looking, document, { outcome, signal });
  }
  const { parts } = gathered;
  const rules = sha256(JSON.stringify(sources.map((source) => rulesOf(source, declaration))));
  const isSame = parts.every((part) => part.isSame) && memory.version === latest?.version;
  if (isSame && memory.rules === rules && memory.seq > 0) {
    const late = await settle(looking, latest, memory);
    if (late !== undefined) return late;
    await archive.append({ ...checked(document, at), outcome: "not-modified" });
    return { is: "unchanged", document, signals: gathered.signals };
  }
  const read: Extracted[] = [];
  for (const [index, { bytes, mediaType, finalUrl }] of parts.entries()) {
    const source = sources[index];
    if (source === undefined) continue;
    read.push(await extract({ bytes, mediaType, url: finalUrl, rules: rulesOf(source, declaration) }));
  }
  const extracted = combined(read);
  const signals = [...gathered.signals, ...extracted.signals];
  if (isBlind(signals) || extracted.markdown.trim() === "") {
    const signal = signals.find(({ signal: name }) => HEALTH_SIGNALS[name].isBlind);
    return await unseen(looking, document, {
      outcome: "unseen",
      signal: signal ?? { signal: "empty-shell", reason: "nothing is left of the page" },
    });
  }
  for (const { signal, reason } of signals) {
    await archive.append({ ...checked(document, at), outcome: "doubt", signal, reason });
  }
  return await keep({ looking, document, latest, memory, parts, rules, extracted, signals, isSame });
}

interface Kept {
  readonly looking: Looking;
  readonly document: DocumentName;
  readonly latest: VersionEntry | undefined;
  readonly memory: Memory;
  readonly parts: readonly Part[];
  readonly rules: string;
  readonly extracted: Extracted;
  readonly signals: readonly HealthSignal[];
  /** The bytes are those of the last look, so that only the recipe can have made a difference. */
  readonly isSame: boolean;
}

async function keep(kept: Kept): Promise<Look> {
  const { looking, document, latest, memory, extracted, signals, isSame } = kept;
  const { archive, at } = looking;
  const { markdown: text, language, recipe } = extracted;
  const seen = seenWell(kept);
  const { version: id } = seen;
  if (latest?.version === id) {
    const late = await settle(looking, latest, { ...memory, ...seen });
    if (late !== undefined) return late;
    if (latest.judged.standing === "health") {
      return await unseen(looking, document, { outcome: "unseen", signal: healthSignal(latest.judged) });
    }
    await archive.append({ ...checked(document, at), outcome: "unchanged" });
    await remember(archive, document, { ...memory, ...seen });
    return { is: "unchanged", document, signals };
  }
  const isUpgrade = isSame && memory.seq > 0;
  const { judged, state } = judge(memory.quiet, { id, at, text, isUpgrade, language });
  const snapshots = kept.parts.map(({ blob }) => blob);
  const made = { text, snapshots, recipe, isUpgrade, language };
  // Only what was seen well is asked for under conditions: else "not modified" would hide that it is not seen.
  const known = judged.standing === "health" ? memory : { ...memory, ...seen };
  return await put({ looking, document, made, signals }, { judged, state }, known);
}

/** A text that was held back as passing, and stays: told now, as a version of today. */
async function settle(
  looking: Looking,
  latest: VersionEntry | undefined,
  memory: Memory,
): Promise<Look | undefined> {
  const late = memory.quiet === undefined ? undefined : settled(memory.quiet, looking.at);
  if (late === undefined || latest === undefined) return undefined;
  const { document, snapshots, recipe, isUpgrade, language } = latest;
  const text = await looking.archive.readVersion(latest);
  const made = { text, snapshots, recipe, isUpgrade, language };
  return await put({ looking, document, made, signals: [] }, late, memory);
}

interface Putting {
  readonly looking: Looking;
  readonly document: DocumentName;
  readonly made: Pick<VersionEntry, "snapshots" | "recipe" | "isUpgrade" | "language"> & {
    readonly text: string;
  };
  readonly signals: readonly HealthSignal[];
}

/** Keeps a version, and remembers what is known with it. */
async function put(
  { looking, document, made, signals }: Putting,
  { judged, state }: Judgement,
  memory: Memory,
): Promise<Look> {
  const { archive, at } = looking;
  const entry = await archive.putVersion({ at, document, judged, ...made });
  await remember(archive, document, { ...memory, seq: entry.seq, quiet: state });
  if (judged.standing === "quiet") return { is: "quiet", document, entry };
  if (judged.standing === "health") return { is: "unseen", document, signal: healthSignal(judged) };
  if (judged.class === "first") return { is: "first", document, entry };
  const against = await entryOf(archive, document, judged.against);
  return { is: "changed", document, entry, against, signals };
}

function seenWell({ parts, rules, extracted }: Kept): Pick<Memory, "rules" | "sources"> & {
  readonly version: string;
} {
  const sources = parts.map(({ bytes: _, isSame: __, ...source }) => source);
  return { rules, sources, version: sha256(extracted.markdown) };
}

async function unseen(
  { archive, at }: Looking,
  document: DocumentName,
  { outcome, signal }: { outcome: "failed" | "refused" | "unseen"; signal: HealthSignal },
): Promise<Look> {
  const { signal: name, reason } = signal;
  await archive.append({ ...checked(document, at), outcome, signal: name, reason });
  return { is: "unseen", document, signal };
}

function checked(document: DocumentName, at: number) {
  return { kind: "check" as const, document, at, signal: undefined, reason: undefined };
}

/** Of a text that is kept and is not the document. */
function healthSignal({ class: recordClass, reason }: VersionEntry["judged"]): HealthSignal {
  return { signal: isSignalName(recordClass) ? recordClass : "not-terms", reason };
}

/** The version that a judgement names: by the hash of its text, or as the history named it that it came from. */
export async function entryOf(
  archive: Archive,
  document: DocumentName,
  id: string | undefined,
): Promise<VersionEntry | undefined> {
  let found: VersionEntry | undefined;
  if (id === undefined) return undefined;
  for await (const entry of archive.versionsOf(document))
    if (entry.version === id || entry.judged.version === id) found = entry;
  return found;
}
