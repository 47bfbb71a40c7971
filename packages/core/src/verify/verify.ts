/**
 * GivenFiles x what is asked -> **Checklists**, one for each artefact
 *
 * Files are known by their content and not by their names. What is no artefact is told too, unless an
 * artefact speaks of it: a manifest of its shards, a proof of its entry.
 */
import { ProvisoError, printPlace } from "../errors.ts";
import type { Artefact, Asked, Scene, Verifier } from "./artefact/artefact.ts";
import { VERIFIERS } from "./artefact/verifiers.ts";
import { type Check, type Checklist, failed, lacking, newChecklist } from "./checklist.ts";
import type { GivenFile } from "./given.ts";
import { repeatedKey } from "./repeated-key.ts";
import { mayBeOfLog } from "./signed.ts";

export function verify(files: readonly GivenFile[], asked: Asked): readonly Checklist[] {
  const artefacts: Artefact[] = [];
  const others: GivenFile[] = [];
  for (const file of files) {
    const artefact = sniff(file);
    if (artefact === undefined) others.push(file);
    else artefacts.push(artefact);
  }
  const scene: Scene = {
    asked,
    files,
    artefacts,
    others,
    heads: artefacts
      .flatMap((one) => orNothing(() => one.verifier.heads?.(one) ?? []))
      .filter((head) => mayBeOfLog(head, asked.keys)),
    links: artefacts.flatMap((one) => orNothing(() => one.verifier.links?.(one) ?? [])),
  };
  const used = new Set(artefacts.flatMap((one) => orNothing(() => one.verifier.uses?.(one, others) ?? [])));
  return [
    ...artefacts.map((one) => newChecklist(one.file.name, one.verifier.says, checksOf(one, scene))),
    ...others.filter((file) => !used.has(file)).map(unknown),
  ];
}

function sniff(file: GivenFile): Artefact | undefined {
  if (file.content === undefined) return undefined;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(file.content);
  } catch {
    return undefined;
  }
  const json = jsonOf(text);
  const format = formatOf(json);
  const verifier = VERIFIERS.find((one: Verifier) => one.is(text, format));
  return verifier === undefined ? undefined : { file, text, json, verifier };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function formatOf(json: unknown): string | undefined {
  return typeof json === "object" && json !== null && "format" in json && typeof json.format === "string"
    ? json.format
    : undefined;
}

/** Whatever goes wrong on the way, nothing is verified by it. */
function checksOf(artefact: Artefact, scene: Scene): readonly Check[] {
  try {
    const twice = artefact.json === undefined ? undefined : repeatedKey(artefact.text);
    if (twice !== undefined) return [failed("form", `an object has the key \`${twice}\` twice`)];
    return [...artefact.verifier.verify(artefact, scene), ...aboutChecks(scene)];
  } catch (error) {
    return [failed("form", reasonOf(error))];
  }
}

/** Whoever names a conversation must not be answered with something else that is good. */
function aboutChecks({ asked, artefacts }: Scene): readonly Check[] {
  if (asked.conversation === undefined || artefacts.some(({ verifier }) => verifier.isAboutOne === true))
    return [];
  return [
    lacking(
      "subject",
      `anything about \`${asked.conversation}\`: none of the files tells of a certain conversation`,
    ),
  ];
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!(error instanceof ProvisoError)) return error.message;
  const place = printPlace({ ...error.place, file: undefined });
  const hint = error.hint === undefined ? "" : `: ${error.hint}`;
  return `${error.message}${place === "" ? "" : ` (${place})`}${hint}`;
}

function unknown({ name, content }: GivenFile): Checklist {
  const says =
    content === undefined
      ? "nothing that can be verified, by its first bytes or its size"
      : "nothing that can be verified, and nothing that another file speaks of";
  return newChecklist(name, "unknown file", [failed("format", says)]);
}

/** What cannot be read has its own list, and is told there. */
function orNothing<T>(read: () => readonly T[]): readonly T[] {
  try {
    return read();
  } catch {
    return [];
  }
}
