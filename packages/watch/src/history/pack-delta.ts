/** Base object and delta, as a pack has them -> the object */

/** @returns undefined for a delta that does not fit its base */
export function applyDelta(base: Buffer, delta: Buffer): Buffer | undefined {
  const baseSize = readSize(delta, 0);
  const size = readSize(delta, baseSize.next);
  // Every step writes at least one byte of what a few bytes can say: at most 2^24 per seven.
  if (baseSize.value !== base.length || size.value > delta.length * 2 ** 24) return undefined;
  const out = Buffer.allocUnsafe(size.value);
  let written = 0;
  let at = size.next;
  while (at < delta.length) {
    const step = delta[at] ?? 0;
    at += 1;
    if (step === 0) return undefined;
    if ((step & 0x80) === 0) {
      if (at + step > delta.length || written + step > out.length) return undefined;
      delta.copy(out, written, at, at + step);
      at += step;
      written += step;
      continue;
    }
    let offset = 0;
    let length = 0;
    for (let bit = 0; bit < 4; bit += 1) if (step & (1 << bit)) offset += (delta[at++] ?? 0) * 2 ** (8 * bit);
    for (let bit = 0; bit < 3; bit += 1)
      if (step & (0x10 << bit)) length += (delta[at++] ?? 0) * 2 ** (8 * bit);
    if (length === 0) length = 0x10000;
    if (offset + length > base.length || written + length > out.length) return undefined;
    base.copy(out, written, offset, offset + length);
    written += length;
  }
  return written === out.length ? out : undefined;
}

function readSize(bytes: Buffer, from: number): { readonly value: number; readonly next: number } {
  let value = 0;
  let at = from;
  for (let factor = 1; ; factor *= 128) {
    const byte = bytes[at] ?? 0;
    at += 1;
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) return { value, next: at };
  }
}
