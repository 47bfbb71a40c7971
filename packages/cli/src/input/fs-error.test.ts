import { ProvisoError } from "@proviso/core";
import { describe, expect, it } from "vitest";
import { inputError } from "./fs-error.ts";

const systemError = (code: string): Error => Object.assign(new Error(`${code}: whatever the text`), { code });

describe("errors of the file system", () => {
  it.each([
    ["ENOENT", "NOT_FOUND"],
    ["ENOTDIR", "NOT_FOUND"],
    ["ELOOP", "NOT_FOUND"],
    ["EACCES", "PERMISSION"],
    ["EPERM", "PERMISSION"],
  ])("%s is %s, with the file", (code, expected) => {
    expect(inputError(systemError(code), "a/b.json")).toMatchObject({
      code: expected,
      place: { file: "a/b.json" },
    });
  });

  it("leaves others as they are", () => {
    const known = new ProvisoError("ARCHIVE_BOMB", "no");
    for (const error of [systemError("EIO"), new Error("plain"), known, "text"]) {
      expect(inputError(error, "f")).toBe(error);
    }
  });
});
