import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BUILT_IN_PROFILES } from "@proviso/core/redact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { chooseProfile } from "./choose.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "proviso-profile-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function written(text: string): string {
  const file = join(folder, "profile.yaml");
  writeFileSync(file, text);
  return file;
}

it.each(Object.keys(BUILT_IN_PROFILES))("takes `%s` by its name", async (name) => {
  expect((await chooseProfile(name)).profile).toBe(BUILT_IN_PROFILES[name]);
});

it("takes the default without a name", async () => {
  expect((await chooseProfile()).profile.profile).toBe("default");
});

it.each([
  ["defualt", "did you mean `default`?"],
  ["Strict", "did you mean `strict`?"],
  ["nothing-like-it", "built in are `default`"],
  ["toString", "built in are"],
])("suggests a name for `%s`", async (name, hint) => {
  await expect(chooseProfile(name)).rejects.toMatchObject({
    code: "NOT_FOUND",
    hint: expect.stringContaining(hint),
  });
});

it("gives one digest to what says the same, and another to what does not", async () => {
  const plain = await chooseProfile(written("profile: mine\nversion: 1\nthreshold: 0.4\n"));
  const quoted = await chooseProfile(written('# the same\nthreshold: 0.4\nversion: 1\nprofile: "mine"\n'));
  const other = await chooseProfile(written("profile: mine\nversion: 1\nthreshold: 0.6\n"));
  expect(quoted.digest).toBe(plain.digest);
  expect(other.digest).not.toBe(plain.digest);
});

it("names the file and the place in it", async () => {
  const file = written("profile: mine\nversion: 1\nthreshold: 2\n");
  await expect(chooseProfile(file)).rejects.toMatchObject({ code: "PROFILE_INVALID", place: { file } });
});
