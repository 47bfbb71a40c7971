import { describe, expect, it } from "vitest";
import { find } from "../../scan/find.ts";
import { Scanner } from "../../scan/scanner.ts";
import { crc32 } from "./crc32.ts";
import { serviceKey } from "./service-key.ts";

const scanner = new Scanner([serviceKey]);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

function checked(prefix: string, body: string): string {
  const bytes = bytesOf(body);
  let rest = crc32(bytes, 0, bytes.length);
  let digits = "";
  for (let index = 0; index < 6; index += 1) {
    digits = (DIGITS[rest % 62] ?? "") + digits;
    rest = Math.floor(rest / 62);
  }
  return prefix + body + digits;
}

/** The check value every description of this CRC gives. */
it("is the CRC-32 of ISO-HDLC", () => {
  expect(crc32(bytesOf("123456789"), 0, 9)).toBe(0xcbf43926);
});

describe.each(["ghp_", "gho_", "npm_"])("%s", (prefix) => {
  const right = checked(prefix, "NotARealTokenTest0Value1Only2x");
  it("is validated by its checksum", () => {
    expect(find(scanner, right)).toMatchObject([{ validation: "checksum", start: 0, end: right.length }]);
  });
  it("is believed by its form alone when the checksum is another", () => {
    const wrong = right.slice(0, -1) + (right.endsWith("a") ? "b" : "a");
    expect(find(scanner, wrong)).toMatchObject([{ validation: "structure", end: wrong.length }]);
  });
});
