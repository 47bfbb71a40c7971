/**
 * DocumentName <-> folder within `versions/`, for any name and any file system
 *
 * A name stays readable: letters of ASCII, figures and common signs stand as they are, every other byte of
 * its UTF-8 is written `%41`. `~` never stands in an encoded name, so it marks what we add: `~5` says
 * which letters are capitals (only where two names differ in nothing else, since some file systems cannot
 * tell them apart), and a folder that ends in `~+` goes on in the folder below it.
 */

import { ProvisoError } from "@proviso/core";
import { type DocumentName, printDocument } from "@proviso/core/terms";

/** Below the 255 bytes that file systems allow, with room for the mark. */
const PART_CHARS = 180;
/** Together with the folder of the archive under the 4096 bytes of a path. */
const NAME_BYTES = 1000;
const PLAIN = /^[A-Za-z0-9 !$&'()+,;=@_^{}.-]$/;
/** Names that Windows keeps for devices, with or without an extension. */
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;
const LONE_SURROGATE = /[\ud800-\udfff]/u;

export interface DocumentFolder {
  readonly path: string;
  /** Equal for two folders that some file system may take for one. */
  readonly folded: string;
}

/**
 * @param isMarked with the marks of its capitals, because a plain path like it belongs to another document
 * @returns with `/` between folders, whatever the platform
 * @throws ProvisoError USAGE for a name that is empty, too long, or not Unicode text
 */
export function documentFolder(document: DocumentName, isMarked = false): DocumentFolder {
  for (const field of ["service", "type", "region"] as const) {
    const name = document[field];
    if (name !== undefined) requireName(name, field, document);
  }
  const encode = (name: string): string => `${encodeName(name)}${isMarked ? `~${capitalsOf(name)}` : ""}`;
  const type = encode(document.type);
  const last = document.region === undefined ? type : `${type} [${encode(document.region)}]`;
  const path = [...cut(encode(document.service)), ...cut(last)].join("/");
  return { path, folded: path.toLowerCase() };
}

/** @returns undefined for a path that no document has */
export function documentOfFolder(path: string): DocumentName | undefined {
  const [service, type, ...rest] = path.replaceAll("~+/", "").split("/");
  if (service === undefined || type === undefined || rest.length > 0) return undefined;
  const parts = /^([^[\]]+?)(?: \[([^[\]]+)\])?$/.exec(type);
  if (parts?.[1] === undefined) return undefined;
  const names = [service, parts[1], ...(parts[2] === undefined ? [] : [parts[2]])].map(decodeName);
  const [serviceName, typeName, region] = names;
  if (serviceName === undefined || typeName === undefined) return undefined;
  if (parts[2] !== undefined && region === undefined) return undefined;
  return { service: serviceName, type: typeName, ...(region === undefined ? {} : { region }) };
}

function requireName(name: string, field: string, document: DocumentName): void {
  const fault =
    name === ""
      ? "is empty"
      : LONE_SURROGATE.test(name)
        ? "is not Unicode text"
        : Buffer.byteLength(name) > NAME_BYTES
          ? `is longer than ${NAME_BYTES} bytes`
          : undefined;
  if (fault === undefined) return;
  const shown = printDocument(document).slice(0, 80);
  throw new ProvisoError("USAGE", `the ${field} of the document \`${shown}\` ${fault}`, {
    place: { field },
    hint: "name the service and the type of document in a few words",
  });
}

function encodeName(name: string): string {
  const letters = [...name];
  const isDevice = DEVICE.test(name.split(".")[0]?.trim() ?? "");
  return letters
    .map((letter, index) => {
      const isOuter = index === 0 || index === letters.length - 1;
      const isKept = PLAIN.test(letter) && !(isOuter && /[ .]/.test(letter)) && !(isDevice && index === 0);
      return isKept ? letter : escapeBytes(letter);
    })
    .join("");
}

function escapeBytes(letter: string): string {
  return [...Buffer.from(letter)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
}

function decodeName(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded.replace(/~[0-9a-f]*$/, ""));
  } catch {
    return undefined;
  }
}

/** Bits of the capitals among the characters, the first one lowest, in hexadecimal. */
function capitalsOf(name: string): string {
  let bits = 0n;
  for (const [index, letter] of [...name].entries()) if (/[A-Z]/.test(letter)) bits |= 1n << BigInt(index);
  return bits.toString(16);
}

/** Never between a `%` and its figures, nor before or behind a space or dot. */
function cut(encoded: string): string[] {
  const parts: string[] = [];
  let rest = encoded;
  while (rest.length > PART_CHARS) {
    let end = PART_CHARS - 2;
    while (end > 1 && !isCutAt(rest, end)) end -= 1;
    parts.push(`${rest.slice(0, end)}~+`);
    rest = rest.slice(end);
  }
  return [...parts, rest];
}

function isCutAt(text: string, end: number): boolean {
  if (text.slice(end - 2, end).includes("%")) return false;
  return !/[ .]/.test(text[end] ?? "") && !/[ .]/.test(text[end - 1] ?? "");
}
