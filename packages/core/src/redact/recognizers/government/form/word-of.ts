/** Bytes as a word in small letters, to be looked up; ASCII by hand, since decoding costs more than the look. */
const decoder = new TextDecoder();

export function wordOf(bytes: Uint8Array, start: number, end: number): string {
  let word = "";
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) return decoder.decode(bytes.subarray(start, end)).toLowerCase();
    word += String.fromCharCode(byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte);
  }
  return word;
}
