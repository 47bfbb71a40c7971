/**
 * Text of a declaration file -> **Declarations** -> fetch, extract
 *
 * Two forms are read: our own (YAML or JSON; one document, or a list), and the service files of Open Terms
 * Archive as they are. Nothing is passed over in silence: what cannot be read is an error with its line,
 * what was read and will not be done is a note.
 */
import { basename } from "node:path";
import { ProvisoError } from "@proviso/core";
import { printDocument } from "@proviso/core/terms";
import type { Declaration } from "./declaration.ts";
import { errorOf, type Fault } from "./fault.ts";
import { type LocatedText, locatedText } from "./located-text.ts";
import { nearestName } from "./nearest-name.ts";
import { otaDeclarations, otaPast } from "./ota-declarations.ts";
import { type Declared, ownDeclaration } from "./own-declarations.ts";

export interface DeclarationReading {
  /** Empty if there are errors: half a file is never watched. */
  readonly declarations: readonly Declaration[];
  readonly errors: readonly ProvisoError[];
  /** What will not be done, with its place, in the shape of errors. */
  readonly notes: readonly ProvisoError[];
}

/** The dated history that lies beside a service file of Open Terms Archive. */
export interface HistoryFile {
  readonly text: string;
  readonly file: string;
}

const OWN_KEYS = ["service", "type", "url", "sources"];

/**
 * @param file its path, for errors; a service file's name is the service's name in the archive
 * @throws ProvisoError INPUT_MALFORMED, INPUT_EMPTY: the first of all errors
 */
export function parseDeclaration(
  text: string,
  file: string,
  history?: HistoryFile,
): Omit<DeclarationReading, "errors"> {
  const { declarations, notes, errors } = readDeclaration(text, file, history);
  const [first] = errors;
  if (first !== undefined) throw first;
  return { declarations, notes };
}

/** All errors at once. Text that is neither YAML nor JSON has one. */
export function readDeclaration(text: string, file: string, history?: HistoryFile): DeclarationReading {
  try {
    const located = locatedText(text, file);
    const read = declared(located);
    const past = history === undefined ? undefined : locatedText(history.text, history.file);
    const recipes = past === undefined ? undefined : otaPast(past.value);
    const errors = [
      ...read.faults.map((fault) => errorOf(fault, located)),
      ...(past === undefined || recipes === undefined ? [] : recipes.faults.map((one) => errorOf(one, past))),
    ];
    const notes = [
      ...read.notes.map((fault) => errorOf(fault, located)),
      ...(past === undefined || recipes === undefined ? [] : recipes.notes.map((one) => errorOf(one, past))),
    ];
    if (errors.length > 0) return { declarations: [], errors, notes };
    const declarations = read.declarations.map((one) => {
      const dated = recipes?.history.get(one.document.type);
      return dated === undefined ? one : { ...one, history: dated };
    });
    return { declarations, errors, notes };
  } catch (error) {
    if (error instanceof ProvisoError) return { declarations: [], errors: [error], notes: [] };
    throw error;
  }
}

function declared({ value, file }: LocatedText): Declared {
  if (Array.isArray(value)) {
    if (value.length === 0) return wrong("the list of declarations is empty");
    const all = value.map((one: unknown, index) => ownDeclaration(one, [index]));
    const faults = [...all.flatMap((one) => one.faults), ...doubles(all)];
    return { declarations: all.flatMap((one) => one.declarations), faults, notes: [] };
  }
  if (typeof value !== "object" || value === null) return wrong("a declaration is a group of fields");
  const keys = Object.keys(value);
  if (keys.some((key) => OWN_KEYS.includes(key))) return ownDeclaration(value, []);
  if (keys.includes("terms") || keys.includes("documents")) {
    return otaDeclarations(value, file.endsWith(".json") ? basename(file, ".json") : undefined);
  }
  if (keys.includes("name")) {
    return wrong("`terms` is missing", nearestOf(keys, ["terms", "documents"]));
  }
  return wrong("`service` is missing", nearestOf(keys, OWN_KEYS));
}

function nearestOf(keys: readonly string[], known: readonly string[]): string {
  const hint = keys.map((key) => nearestName(key, known)).find((one) => one.startsWith("did you mean"));
  return hint ?? "write `service`, `type` and `url`, or give a service file of Open Terms Archive";
}

function wrong(message: string, hint?: string): Declared {
  return { declarations: [], faults: [{ path: [], message, hint }], notes: [] };
}

/** A document that is declared twice would have two recipes. */
function doubles(all: readonly Declared[]): readonly Fault[] {
  const seen = new Map<string, number>();
  return all.flatMap(({ declarations: [one] }, index): readonly Fault[] => {
    if (one === undefined) return [];
    const printed = printDocument(one.document);
    const before = seen.get(printed);
    if (before === undefined) {
      seen.set(printed, index);
      return [];
    }
    const hint = `it is entry ${before + 1} of the list too; take one out, or name a \`region\``;
    return [{ path: [index], message: `\`${printed}\` is declared twice`, hint }];
  });
}
