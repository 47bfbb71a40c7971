/** A pack's `.idx` file (version 2) -> where each of its objects begins and ends */
import { readFileSync } from "node:fs";
import { ProvisoError } from "@proviso/core";

const MAGIC = 0xff744f63;
const HEADER_BYTES = 8;
const FAN_BYTES = 1024;
const ID_BYTES = 20;
const LARGE = 0x80000000;

export class PackIndex {
  readonly #bytes: Buffer;
  readonly #count: number;
  /** Ascending: an object ends where the next one begins. */
  readonly #starts: Float64Array;

  /** @throws ProvisoError UNSUPPORTED for another version */
  constructor(file: string) {
    this.#bytes = readFileSync(file);
    if (
      this.#bytes.length < HEADER_BYTES + FAN_BYTES ||
      this.#bytes.readUInt32BE(0) !== MAGIC ||
      this.#bytes.readUInt32BE(4) !== 2
    ) {
      throw new ProvisoError("UNSUPPORTED", "this index of a pack is not of version 2", {
        place: { file },
        hint: "run `git repack -a -d` in the repository, and try again",
      });
    }
    this.#count = this.#bytes.readUInt32BE(HEADER_BYTES + FAN_BYTES - 4);
    const size = HEADER_BYTES + FAN_BYTES + this.#count * (ID_BYTES + 8) + 2 * ID_BYTES;
    if (this.#bytes.length < size) {
      throw new ProvisoError("ARCHIVE_DAMAGED", "this index of a pack ends too early", {
        place: { file, offset: this.#bytes.length },
        hint: "fetch the repository again, or run `git fsck` in it",
      });
    }
    this.#starts = Float64Array.from({ length: this.#count }, (_, at) => this.#startAt(at)).sort();
  }

  /** @returns offset in the pack; undefined: not in it */
  find(id: Buffer): number | undefined {
    const first = id[0] ?? 0;
    let low = first === 0 ? 0 : this.#bytes.readUInt32BE(HEADER_BYTES + (first - 1) * 4);
    let high = this.#bytes.readUInt32BE(HEADER_BYTES + first * 4);
    while (low < high) {
      const middle = (low + high) >>> 1;
      const at = HEADER_BYTES + FAN_BYTES + middle * ID_BYTES;
      const order = this.#bytes.compare(id, 0, ID_BYTES, at, at + ID_BYTES);
      if (order === 0) return this.#startAt(middle);
      if (order > 0) high = middle;
      else low = middle + 1;
    }
    return undefined;
  }

  /** @param packEnd where the last object ends */
  endOf(start: number, packEnd: number): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return this.#starts[low] ?? packEnd;
  }

  #startAt(at: number): number {
    const offsets = HEADER_BYTES + FAN_BYTES + this.#count * (ID_BYTES + 4);
    const short = this.#bytes.readUInt32BE(offsets + at * 4);
    if (short < LARGE) return short;
    return Number(this.#bytes.readBigUInt64BE(offsets + this.#count * 4 + (short - LARGE) * 8));
  }
}
