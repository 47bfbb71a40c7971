/** DocumentName <-> path in a repository of Open Terms Archive's layout: `<Service>/<Type>.md` */
import type { DocumentName } from "@proviso/core/terms";
import { documentFolder, documentOfFolder } from "../archive/document-path.ts";

export interface RecordPath {
  readonly document: DocumentName;
  /** Of several pages that make one document; only snapshots have it. */
  readonly page: string | undefined;
  /** In small letters, without its dot. */
  readonly extension: string;
}

/** Not terms, whatever folder they lie in. */
const OTHER_FILES = /^(readme|license|licence|contributing|changelog|code_of_conduct)$/i;

/**
 * @param isOurs written by our export, which has no other files
 * @returns undefined for a file that is no record: at the root, hidden, a README, without an extension
 */
export function readRecordPath(path: string, isOurs = false): RecordPath | undefined {
  const [service, file, ...rest] = path.split("/");
  if (service === undefined || file === undefined || rest.length > 0) return undefined;
  if (service.startsWith(".") || file.startsWith(".")) return undefined;
  const dot = file.lastIndexOf(".");
  const [type = "", ...pages] = file.slice(0, dot).split(" #");
  if (dot < 1 || (!isOurs && OTHER_FILES.test(type))) return undefined;
  const page = pages.length === 0 ? undefined : pages.join(" #");
  return { document: { service, type }, page, extension: file.slice(dot + 1).toLowerCase() };
}

export interface PrintedPath {
  readonly path: string;
  /** Its own name of the document does not follow from the path alone. */
  readonly isCoded: boolean;
}

/** Plain where it can be read back, else written as the folders of an archive are. */
export function printRecordPath(document: DocumentName, extension: string, page?: string): PrintedPath {
  const suffix = `${page === undefined ? "" : ` #${page}`}.${extension}`;
  const plain = `${document.service}/${document.type}${suffix}`;
  const read = readRecordPath(plain);
  const isPlain =
    document.region === undefined &&
    read?.document.service === document.service &&
    read.document.type === document.type &&
    read.page === page &&
    !/[\0\\:*?"<>|]|^\.|\/\.|[. ]\/|[. ]\.[a-z]+$/.test(plain);
  if (isPlain) return { path: plain, isCoded: false };
  return { path: `${documentFolder(document).path.replaceAll("~+/", "~+")}${suffix}`, isCoded: true };
}

/** Of a path that is coded. */
export function documentOfCoded({ service, type }: DocumentName): DocumentName | undefined {
  return documentOfFolder(`${service}/${type}`.replaceAll("~+", "~+/"));
}
