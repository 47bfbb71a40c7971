import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readKey } from "./key.ts";

const folder = mkdtempSync(join(tmpdir(), "proviso-key-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "key");

const HEX = "00112233445566778899aabbccddeeff";
const BYTES = Uint8Array.from({ length: 16 }, (_, index) => index * 0x11);

describe("a key", () => {
  it.each<[string, string | Uint8Array, Uint8Array]>([
    ["hexadecimal digits", HEX, BYTES],
    ["with a line end", `${HEX.toUpperCase()}\r\n`, BYTES],
    ["bytes", BYTES, BYTES],
    ["a sentence", "correct horse battery staple", new TextEncoder().encode("correct horse battery staple")],
    ["an odd number of digits", `${HEX}0`, new TextEncoder().encode(`${HEX}0`)],
  ])("is read from a file: %s", async (_, given, wanted) => {
    writeFileSync(file, given);
    expect(await readKey(file, {})).toEqual(wanted);
  });

  it("is read from the environment, and the file comes first", async () => {
    writeFileSync(file, "f".repeat(32));
    expect(await readKey(undefined, { PROVISO_KEY: HEX })).toEqual(BYTES);
    expect(await readKey(file, { PROVISO_KEY: HEX })).toEqual(new Uint8Array(16).fill(0xff));
  });

  it.each([
    ["none", undefined, "", "KEY_MISSING"],
    ["an empty one", file, "", "KEY_INVALID"],
    ["a short one", undefined, "secret", "KEY_INVALID"],
    ["no such file", join(folder, "nowhere"), "", "NOT_FOUND"],
  ])("%s is refused", async (_, path, text, code) => {
    writeFileSync(file, text);
    await expect(readKey(path, { PROVISO_KEY: text })).rejects.toMatchObject({ code });
  });
});
