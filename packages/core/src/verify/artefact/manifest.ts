/** An export's manifest, with the shards and other files that it commits to. */
import { ProvisoError } from "../../errors.ts";
import type { Manifest } from "../../export/manifest.ts";
import { parseManifest } from "../../export/parse-manifest.ts";
import { EVIDENCE, EVIDENCE_FORMAT } from "../../ledger/index.ts";
import { type Check, failed, lacking, notChecked, ok } from "../checklist.ts";
import type { GivenFile } from "../given.ts";
import { placedChecks } from "../placed.ts";
import type { Artefact, Scene, Verifier } from "./artefact.ts";

/** How many files are named before it is only said how many more there are. */
const NAMED = 5;

export const manifest: Verifier = {
  says: "manifest of an export",
  is: (_, format) => format?.startsWith("proviso-export/") === true,
  verify(artefact, scene) {
    let read: Manifest;
    try {
      read = parseManifest(artefact.text, artefact.file.name);
    } catch (error) {
      if (!(error instanceof ProvisoError) || error.place.field !== "digest") throw error;
      return [
        ok("form", "a manifest"),
        failed("digest", "the manifest was changed: its digest does not fit what it says"),
      ];
    }
    return [
      ok("form", `a manifest for \`${read.purpose}\` at ${read.at}`),
      ok("digest", `the manifest is whole: ${read.digest}`),
      ...fileChecks(read, artefact.file, scene),
      ...loggedChecks(read.digest, scene),
      notChecked(
        "lines",
        "that each line came from a conversation that was permitted: who has the sources can decide again",
      ),
    ];
  },
  uses: ({ text, file }, others) => {
    const named = new Set(filesOf(parseManifest(text, file.name)).map((one) => beside(file.name, one.file)));
    return others.filter(({ name }) => named.has(name));
  },
};

function filesOf({ shards, files }: Manifest): readonly { file: string; bytes: number; sha256: string }[] {
  return [...shards, ...files];
}

function fileChecks(read: Manifest, own: GivenFile, { files, asked }: Scene): readonly Check[] {
  const given = new Map(files.map((file) => [file.name, file]));
  const all = filesOf(read).map((entry) => ({ entry, found: given.get(beside(own.name, entry.file)) }));
  const missing = all.filter(({ found }) => found === undefined).map(({ entry }) => entry.file);
  const changed = all
    .filter(
      ({ entry, found }) =>
        found !== undefined && (found.sha256 !== entry.sha256 || found.bytes !== entry.bytes),
    )
    .map(({ entry }) => entry.file);
  const checks: Check[] = [];
  if (changed.length > 0) checks.push(failed("files", `changed after they were written: ${listed(changed)}`));
  if (missing.length > 0) {
    const says = `${missing.length} of ${all.length} files that the manifest names: ${listed(missing)}`;
    checks.push(
      asked.wholeFolders?.includes(folderOf(own.name)) === true
        ? failed("files", `missing: ${says}`)
        : lacking("files", `not given: ${says}`),
    );
  }
  const good = all.length - missing.length - changed.length;
  if (good > 0 || all.length === 0)
    checks.push(ok("files", `${good} of ${all.length} files are what the manifest commits to`));
  return checks;
}

/** The log says that the manifest was there at the time; without it anybody can write a new one. */
export function loggedChecks(digest: string, scene: Scene): readonly Check[] {
  for (const { file, json } of scene.artefacts) {
    const read = EVIDENCE.safeParse(json);
    if (!read.success || digestIn(read.data.opening.value) !== digest) continue;
    return placedChecks(read.data, file.name, scene, "manifest").map((check) => ({
      ...check,
      says: `${check.says} (\`${file.name.slice(folderOf(file.name).length)}\`)`,
    }));
  }
  return [
    lacking(
      "logged",
      `that the manifest was logged: give the evidence for it, of format \`${EVIDENCE_FORMAT}\``,
    ),
  ];
}

function digestIn(value: unknown): unknown {
  return typeof value === "object" && value !== null && "digest" in value ? value.digest : undefined;
}

function beside(path: string, file: string): string {
  return `${folderOf(path)}${file}`;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

function listed(names: readonly string[]): string {
  const named = names.slice(0, NAMED).map((name) => `\`${name}\``);
  const more = names.length - named.length;
  return `${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** The manifest that has this digest, or another one if there is just that. */
export function manifestWith(digest: string, artefacts: readonly Artefact[]): Manifest | undefined {
  const found = artefacts.filter(({ verifier }) => verifier === manifest).flatMap(readOrNone);
  return found.find((one) => one.digest === digest) ?? found[0];
}

/** One that cannot be read has a list of its own, which says what is wrong with it. */
function readOrNone({ text, file }: Artefact): readonly Manifest[] {
  try {
    return [parseManifest(text, file.name)];
  } catch {
    return [];
  }
}
