/**
 * Text -> a short digest that tells repeated messages apart from new ones
 *
 * Not a commitment: nobody is defended against here, two equal messages are only found again.
 */
const PRIME_A = 0x9e3779b1;
const PRIME_B = 0x5f356495;

/** 64 bits in hexadecimal: two murmur-style lanes over UTF-16 code units. */
export function digest(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, PRIME_A);
    b = Math.imul(b ^ unit, PRIME_B);
    a = (a << 13) | (a >>> 19);
    b = (b << 17) | (b >>> 15);
  }
  a = Math.imul(a ^ (a >>> 16) ^ text.length, PRIME_B);
  b = Math.imul(b ^ (b >>> 15) ^ a, PRIME_A);
  return ((a ^ (a >>> 13)) >>> 0).toString(16).padStart(8, "0") + (b >>> 0).toString(16).padStart(8, "0");
}
