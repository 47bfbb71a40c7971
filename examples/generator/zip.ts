import { constants, crc32, deflateRawSync } from "node:zlib";

// A small ZIP writer: deflate, no directory entries, no ZIP64, one fixed time.

// 2026-06-30 12:00:00 in the two 16-bit fields of the format.
const TIME = 12 << 11;
const DATE = ((2026 - 1980) << 9) | (6 << 5) | 30;
const UTF8_NAMES = 0x0800;

interface Entry {
  name: Buffer;
  packed: Buffer;
  size: number;
  crc: number;
  offset: number;
}

// The usual match finder differs between processors; run-length matching does
// not, and the archive must come out the same on every machine.
function deflate(content: Buffer): Buffer {
  return deflateRawSync(content, { level: 9, memLevel: 9, strategy: constants.Z_RLE });
}

/** The 26 bytes that the local and the central header have in common. */
function common(entry: Entry): Buffer {
  const out = Buffer.alloc(26);
  out.writeUInt16LE(20, 0);
  out.writeUInt16LE(UTF8_NAMES, 2);
  out.writeUInt16LE(8, 4);
  out.writeUInt16LE(TIME, 6);
  out.writeUInt16LE(DATE, 8);
  out.writeUInt32LE(entry.crc, 10);
  out.writeUInt32LE(entry.packed.length, 14);
  out.writeUInt32LE(entry.size, 18);
  out.writeUInt16LE(entry.name.length, 22);
  return out;
}

function local(entry: Entry): Buffer {
  return Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common(entry), entry.name, entry.packed]);
}

function central(entry: Entry): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(0o100644 * 0x10000, 6);
  tail.writeUInt32LE(entry.offset, 10);
  const madeBy = Buffer.from([20, 3]);
  return Buffer.concat([Buffer.from("PK\x01\x02", "latin1"), madeBy, common(entry), tail, entry.name]);
}

export function zip(contents: Map<string, string>): Uint8Array {
  const parts: Buffer[] = [];
  const entries: Entry[] = [];
  let offset = 0;
  for (const [name, text] of contents) {
    const raw = Buffer.from(text, "utf8");
    const entry = {
      name: Buffer.from(name, "utf8"),
      packed: deflate(raw),
      size: raw.length,
      crc: crc32(raw),
      offset,
    };
    const bytes = local(entry);
    parts.push(bytes);
    entries.push(entry);
    offset += bytes.length;
  }
  const directory = Buffer.concat(entries.map(central));
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}
