/**
 * A zip archive -> its entries, checked before a byte of them is unpacked
 *
 * The archive is whatever someone was sent: names and sizes are its author's claims. Nothing is
 * ever written to disk, so a hostile name could only mislead messages and importers; it is refused
 * all the same, since an archive that has one was not made by an export.
 */
import { ProvisoError } from "@proviso/core";
import * as yauzl from "yauzl";
import { inputError } from "./fs-error.ts";

export interface ZipLimits {
  /** Uncompressed bytes per compressed byte, above which an entry larger than `freeBytes` is refused. */
  readonly ratio: number;
  /** Entries up to this size may have any ratio: small files of zeros are common. */
  readonly freeBytes: number;
  /** Uncompressed bytes of all entries together. */
  readonly totalBytes: number;
  readonly entries: number;
}

export const ZIP_LIMITS: ZipLimits = {
  ratio: 200,
  freeBytes: 100 * 1024 * 1024,
  totalBytes: 1024 ** 4,
  entries: 1_000_000,
};

export interface ZipEntry {
  readonly name: string;
  readonly entry: yauzl.Entry;
}

export interface PassedOver {
  readonly path: string;
  readonly reason: string;
}

export interface ZipListing {
  readonly entries: readonly ZipEntry[];
  readonly passedOver: readonly PassedOver[];
}

const ENCRYPTED = 0x1;
export const STORED = 0;
const DEFLATED = 8;
const FILE_TYPE = 0o170000;
const LINK = 0o120000;
/** What macOS adds beside each file it packs. */
const SYSTEM_FILE = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$)/;

/**
 * The archive's files, without folders, links and archives inside it, which are named in `passedOver`.
 * @throws ProvisoError ARCHIVE_DAMAGED, ARCHIVE_PATH, ARCHIVE_BOMB, UNSUPPORTED, PERMISSION, NOT_FOUND
 */
export async function listZip(location: string, name: string, limits: ZipLimits): Promise<ZipListing> {
  const zip = await openZip(location, name);
  try {
    const entries: ZipEntry[] = [];
    const passedOver: PassedOver[] = [];
    const totals = new Totals(name, zip.fileSize, limits);
    for await (const entry of zip.eachEntry()) {
      const file = entryName(entry, name);
      totals.add(file, entry);
      const reason = reasonToPassOver(file, entry);
      if (reason !== undefined) passedOver.push({ path: file, reason });
      else if (!file.endsWith("/")) entries.push({ name: file, entry: readable(file, entry, name) });
    }
    return { entries, passedOver };
  } catch (error) {
    throw damaged(error, name);
  } finally {
    zip.close();
  }
}

async function openZip(location: string, name: string): Promise<yauzl.ZipFile> {
  try {
    return await yauzl.openPromise(location, { lazyEntries: true, autoClose: false, decodeStrings: false });
  } catch (error) {
    throw damaged(error, name);
  }
}

/** yauzl's errors have no codes: whatever is not of the file system is damage. */
export function damaged(error: unknown, name: string): unknown {
  const known = inputError(error, name);
  if (known instanceof ProvisoError || !(error instanceof Error)) return known;
  if ("code" in error && typeof error.code === "string" && !error.code.startsWith("Z_")) return error;
  return new ProvisoError("ARCHIVE_DAMAGED", `\`${name}\` is a damaged zip archive`, {
    place: { file: name },
    hint: `download it again (${error.message.slice(0, 100).toLowerCase()})`,
    cause: error,
  });
}

function entryName(entry: yauzl.Entry, archive: string): string {
  const extra = yauzl.parseExtraFields(entry.extraFieldRaw);
  const name = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, extra, true);
  if (yauzl.validateFileName(name) !== null || name.includes("\0") || name === "") {
    throw new ProvisoError(
      "ARCHIVE_PATH",
      `\`${archive}\` has a file that names a place outside of it: \`${name}\``,
      {
        place: { file: archive },
        hint: "no export has such names; do not unpack this archive",
      },
    );
  }
  return name;
}

function reasonToPassOver(name: string, entry: yauzl.Entry): string | undefined {
  if (SYSTEM_FILE.test(name)) return "a file of the operating system";
  if (/\.zip$/i.test(name)) return "an archive inside an archive: unpack it first";
  const mode = entry.externalFileAttributes >>> 16;
  return (mode & FILE_TYPE) === LINK ? "a link" : undefined;
}

function readable(name: string, entry: yauzl.Entry, archive: string): yauzl.Entry {
  const place = { file: `${archive}/${name}` };
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) {
    throw new ProvisoError("UNSUPPORTED", `\`${name}\` is encrypted`, {
      place,
      hint: "unpack the archive with its password, and name the folder",
    });
  }
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    throw new ProvisoError("UNSUPPORTED", `\`${name}\` is packed by method ${entry.compressionMethod}`, {
      place,
      hint: "unpack the archive, and name the folder",
    });
  }
  return entry;
}

/** Sums over the whole archive, which no single entry shows: overlapping entries are the classic bomb. */
class Totals {
  readonly #archive: string;
  readonly #archiveBytes: number;
  readonly #limits: ZipLimits;
  readonly #names = new Set<string>();
  #packed = 0;
  #unpacked = 0;

  constructor(archive: string, archiveBytes: number, limits: ZipLimits) {
    this.#archive = archive;
    this.#archiveBytes = archiveBytes;
    this.#limits = limits;
  }

  add(name: string, entry: yauzl.Entry): void {
    this.#packed += entry.compressedSize;
    this.#unpacked += entry.uncompressedSize;
    if (this.#packed > this.#archiveBytes) this.#bomb(name, "its files overlap");
    if (this.#unpacked > this.#limits.totalBytes) this.#bomb(name, `it unpacks to ${this.#unpacked} bytes`);
    if (isBomb(entry.uncompressedSize, entry.compressedSize, this.#limits)) {
      this.#bomb(name, `\`${name}\` unpacks to ${entry.uncompressedSize} bytes from ${entry.compressedSize}`);
    }
    if (this.#names.size >= this.#limits.entries) this.#bomb(name, "it has too many files");
    if (this.#names.has(name)) {
      throw new ProvisoError("ARCHIVE_DAMAGED", `\`${this.#archive}\` has \`${name}\` twice`, {
        place: { file: this.#archive },
        hint: "programs differ on which of the two they read: unpack it, and name the folder",
      });
    }
    this.#names.add(name);
  }

  #bomb(name: string, why: string): never {
    throw bomb(`${this.#archive}/${name}`, `\`${this.#archive}\` is not unpacked: ${why}`);
  }
}

function isBomb(unpacked: number, packed: number, limits: ZipLimits): boolean {
  return unpacked > limits.freeBytes && unpacked > packed * limits.ratio;
}

export function bomb(file: string, message: string): ProvisoError {
  return new ProvisoError("ARCHIVE_BOMB", message, {
    place: { file },
    hint: "if you trust it, unpack it yourself, and name the folder",
  });
}
