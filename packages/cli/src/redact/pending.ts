/**
 * Bytes that have come and were not taken yet; copied at most once, however they came
 */
const NEWLINE = 0x0a;

export class Pending {
  #parts: Uint8Array[] = [];
  /** So many of the first bytes are known to hold no line's end: a long line is not searched again. */
  #searched = 0;
  size = 0;

  add(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    this.#parts.push(chunk);
    this.size += chunk.length;
  }

  /** The first `count` bytes, or all where there are fewer. They stay. */
  first(count: number): Uint8Array {
    const [head] = this.#parts;
    if (head === undefined) return new Uint8Array(0);
    if (head.length >= count) return head.subarray(0, count);
    const whole = new Uint8Array(Math.min(count, this.size));
    let at = 0;
    for (const part of this.#parts) {
      if (at === whole.length) break;
      const used = part.subarray(0, whole.length - at);
      whole.set(used, at);
      at += used.length;
    }
    return whole;
  }

  take(count: number): Uint8Array {
    const taken = this.first(count);
    let left = taken.length;
    this.size -= left;
    this.#searched = Math.max(0, this.#searched - left);
    let used = 0;
    for (const part of this.#parts) {
      if (part.length > left) break;
      left -= part.length;
      used += 1;
    }
    this.#parts.splice(0, used);
    const [head] = this.#parts;
    if (left > 0 && head !== undefined) this.#parts[0] = head.subarray(left);
    return taken;
  }

  firstNewline(): number {
    let before = 0;
    for (const part of this.#parts) {
      const end = before + part.length;
      const at = end <= this.#searched ? -1 : part.indexOf(NEWLINE, Math.max(0, this.#searched - before));
      if (at >= 0) return before + at;
      before = end;
      this.#searched = Math.max(this.#searched, end);
    }
    return -1;
  }

  lastNewline(): number {
    let before = this.size;
    for (let index = this.#parts.length - 1; index >= 0; index -= 1) {
      const part = this.#parts[index] ?? new Uint8Array(0);
      before -= part.length;
      const at = part.lastIndexOf(NEWLINE);
      if (at >= 0) return before + at;
    }
    return -1;
  }
}
