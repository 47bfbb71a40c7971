/**
 * Zip archives for tests, whose headers may lie in every way that a test needs (APPNOTE.TXT 4.3)
 */
import { crc32, deflateRawSync } from "node:zlib";

export interface MadeEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** 8 packs; any other number is written as it is, with the content unpacked. */
  readonly method?: number;
  readonly flags?: number;
  /** What the headers declare instead of the truth. */
  readonly size?: number;
  readonly checksum?: number;
  readonly offset?: number;
  readonly attributes?: number;
  /** Points at the first entry's bytes instead of having its own. */
  readonly sharesFirst?: boolean;
}

function fields(entry: MadeEntry, packed: Uint8Array, content: Uint8Array): Buffer {
  const out = Buffer.alloc(26);
  out.writeUInt16LE(20, 0);
  out.writeUInt16LE((entry.flags ?? 0) | 0x0800, 2);
  out.writeUInt16LE(entry.method ?? 8, 4);
  out.writeUInt32LE(entry.checksum ?? crc32(content), 10);
  out.writeUInt32LE(packed.length, 14);
  out.writeUInt32LE(entry.size ?? content.length, 18);
  out.writeUInt16LE(Buffer.byteLength(entry.name), 22);
  return out;
}

function central(entry: MadeEntry, shared: Buffer, offset: number): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(entry.attributes ?? 0, 6);
  tail.writeUInt32LE(entry.offset ?? offset, 10);
  // Version made by: UNIX, so that the attributes hold a file mode.
  return Buffer.concat([Buffer.from("504b01021403", "hex"), shared, tail, Buffer.from(entry.name)]);
}

export function makeZip(entries: readonly MadeEntry[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content);
    const packed = (entry.method ?? 8) === 8 ? deflateRawSync(content) : content;
    const shared = fields(entry, packed, content);
    directory.push(central(entry, shared, entry.sharesFirst === true ? 0 : offset));
    if (entry.sharesFirst === true) continue;
    const local = Buffer.concat([Buffer.from("504b0304", "hex"), shared, Buffer.from(entry.name), packed]);
    locals.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}
