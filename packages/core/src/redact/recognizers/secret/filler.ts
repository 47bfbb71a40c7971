/**
 * Bytes -> is it **filler**?
 *
 * Manuals write `ghp_xxxxxxxx` and `AKIATESTVALUEEXAMPLE`: the form of a key without a key in it.
 */

/** Characters that stand for "any character" when most of a value is made of them. */
const FILLERS = new Uint8Array(256);
for (const byte of new TextEncoder().encode("xX0123456789*#._-?•")) FILLERS[byte] = 1;

const counts = new Uint16Array(256);
/** What is looked at of a long value. */
const SAMPLE = 512;

/** Whether `[start, end)`, the part of a key that varies, is only a stand-in for one. */
export function isFiller(bytes: Uint8Array, start: number, end: number): boolean {
  const stop = Math.min(end, start + SAMPLE);
  const size = stop - start;
  if (size === 0) return false;
  counts.fill(0);
  let most = 0;
  let top = 0;
  for (let at = start; at < stop; at += 1) {
    const byte = bytes[at] as number;
    const count = (counts[byte] as number) + 1;
    counts[byte] = count;
    if (count > most) {
      most = count;
      top = byte;
    }
  }
  if (FILLERS[top] === 1 && most * 10 >= size * 6) return true;
  if (holdsExample(bytes, start, stop)) return true;
  return most * 10 < size * 9 && isRepeated(bytes, start, stop);
}

const EXAMPLE = new TextEncoder().encode("EXAMPLE");
const X = 0x58;

/** Seven letters that chance hits once in 10^11 keys, and that vendors put into the keys of their manuals. */
function holdsExample(bytes: Uint8Array, start: number, stop: number): boolean {
  for (let at = start; at + EXAMPLE.length <= stop; at += 1) {
    if (bytes[at + 1] === X && EXAMPLE.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

/** `EXAMPLEEXAMPLE`, `abcabcabc`: nearly every byte is that of a few places before. */
function isRepeated(bytes: Uint8Array, start: number, stop: number): boolean {
  const size = stop - start;
  for (let period = 2; period <= 8 && period * 3 <= size; period += 1) {
    let same = 0;
    for (let at = start + period; at < stop; at += 1) if (bytes[at] === bytes[at - period]) same += 1;
    if (same * 10 >= (size - period) * 9) return true;
  }
  return false;
}
