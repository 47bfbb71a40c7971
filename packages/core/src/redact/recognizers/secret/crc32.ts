/** Bytes -> **CRC-32** (ISO-HDLC), as keys of GitHub and npm carry it in base 62. */
const TABLE = new Uint32Array(256).map((_, index) => {
  let rest = index;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

export function crc32(bytes: Uint8Array, start: number, end: number): number {
  let sum = 0xffffffff;
  for (let at = start; at < end; at += 1) {
    sum = (TABLE[(sum ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (sum >>> 8);
  }
  return ~sum >>> 0;
}

/** Digits of the checksum: 62 to the sixth is more than 2 to the 32nd. */
const CHECK_DIGITS = 6;

/** Whether the last six bytes are the base 62 form (digits, capitals, small letters) of the CRC of those from `start`. */
export function endsInCrc32(bytes: Uint8Array, start: number, end: number): boolean {
  let written = 0;
  for (let at = end - CHECK_DIGITS; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    const digit = byte <= 0x39 ? byte - 0x30 : byte <= 0x5a ? byte - 0x41 + 10 : byte - 0x61 + 36;
    written = written * 62 + digit;
  }
  return end - start > CHECK_DIGITS && written === crc32(bytes, start, end - CHECK_DIGITS);
}
