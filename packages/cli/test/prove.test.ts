/** `prove`, as a user's shell would run it, and what `export verify` says of the sets. */
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Manifest,
  type Membership,
  parseManifest,
  parseMembership,
  SetBuilder,
  sealed,
  verifyMembershipFile,
} from "@proviso/core/export";
import { describe, expect, it } from "vitest";
import { conversationLines, manifestOf, STORY, writeInput } from "./export-input.ts";
import { type Run, run } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();

interface Exported {
  readonly out: string;
  readonly key: string;
  readonly manifest: Manifest;
}

async function exported(chats: string, ...more: readonly string[]): Promise<Exported> {
  const { args, key } = writeInput(folder.path, chats);
  const out = join(folder.path, "set");
  expect(await run([...args, "--out", out, ...more])).toMatchObject({ code: 0 });
  return { out, key, manifest: parseManifest(readFileSync(join(out, "manifest.json"), "utf8"), out) };
}

function prove(claim: string, { out, key }: Exported, ...more: readonly string[]): Promise<Run> {
  return run(["prove", claim, "--export", out, "--key-file", key, ...more]);
}

/** The names of the checks that did not say ok. */
function open(membership: Membership, manifest: Manifest, conversation: string, item?: string): unknown {
  return verifyMembershipFile(membership, manifest, { conversation, item })
    .filter(({ outcome }) => outcome !== "ok")
    .map(({ name, outcome }) => `${name} ${outcome}`);
}
const SOUND = ["sorted not-checked"];

describe("a proof", () => {
  it.each<[string, string, readonly string[]]>([
    ["inclusion", "asked", []],
    ["inclusion", "asked", ["--item", "i0"]],
    // What a third party reserves, and what the format has no place for.
    ["exclusion", "asked", ["--item", "i1"]],
    ["exclusion", "asked", ["--item", "i3"]],
    ["exclusion", "old", []],
    ["exclusion", "open", ["--item", "i0"]],
    ["exclusion", "nobody's", []],
  ])("of %s of %s %j is checked with the manifest and the disclosed key alone", async (claim, id, more) => {
    const made = await exported(STORY);
    const file = join(folder.path, "proof.json");
    const { code, stdout, stderr } = await prove(
      claim,
      made,
      ...["--conversation", id, ...more, "--disclose-key", "--out", file],
    );
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toContain(claim === "inclusion" ? "is one of" : "is not among");
    const text = readFileSync(file, "utf8");
    expect(text).not.toContain(id);
    expect(open(parseMembership(text), made.manifest, id, more[1])).toEqual(SOUND);
    expect(open(parseMembership(text), made.manifest, "another", more[1])).toContain("token failed");
    const secret = readFileSync(made.key, "utf8").trim();
    expect(text).not.toContain(secret);
  });

  it("without the key says that its reader needs it", async () => {
    const made = await exported(STORY);
    const { code, stdout, stderr } = await prove("exclusion", made, "--conversation", "old");
    expect(code).toBe(0);
    expect(stderr).toContain("--disclose-key");
    const membership = parseMembership(stdout);
    expect(membership.exportKey).toBeUndefined();
    expect(open(membership, made.manifest, "old")).toEqual([
      "key not-checked",
      "token not-checked",
      "sorted not-checked",
    ]);
    const json = await prove("exclusion", made, "--conversation", "old", "--json");
    expect([parseMembership(json.stdout), json.stderr]).toEqual([membership, ""]);
  });

  it.each([
    ["exclusion", "asked", "is in the export", "inclusion"],
    ["inclusion", "old", "is not in the export", "exclusion"],
  ])("of %s of %s is refused, with what is true", async (claim, id, says, other) => {
    const made = await exported(STORY);
    const { code, stdout, stderr } = await prove(claim, made, "--conversation", id, "--json");
    expect([code, stdout]).toEqual([1, ""]);
    const { error } = JSON.parse(stderr) as { error: { code: string; message: string; hint: string } };
    expect(error.code).toBe("CLAIM_FALSE");
    expect(error.message).toContain(says);
    expect(error.hint).toContain(`prove ${other}`);
  });

  it("is made of any of many, in and out, whose files have upper levels", async () => {
    const made = await exported(conversationLines(600));
    expect(made.manifest.members).toMatchObject({ conversations: { size: 600 }, items: { size: 1_200 } });
    for (const [claim, id] of [
      ["inclusion", "c-0"],
      ["inclusion", "c-599"],
      ["exclusion", "c-600"],
    ] as const) {
      const { stdout } = await prove(claim, made, "--conversation", id, "--disclose-key");
      expect(open(parseMembership(stdout), made.manifest, id)).toEqual(SOUND);
    }
  });

  it("of an export of nothing needs no neighbours", async () => {
    const made = await exported(STORY.split("\n").slice(2).join("\n"));
    const { stdout } = await prove("exclusion", made, "--conversation", "old", "--disclose-key");
    expect(JSON.parse(stdout)).toMatchObject({ size: 0, proof: { left: null, right: null } });
    expect(open(parseMembership(stdout), made.manifest, "old")).toEqual(SOUND);
  });

  it.each<[string, (made: Exported) => void, readonly string[], string, number]>([
    ["another key", ({ key }) => writeFileSync(key, "f".repeat(64)), [], "KEY_MISMATCH", 1],
    ["no conversation", () => undefined, ["--conversation", ""], "`--conversation` is missing", 2],
    ["no export", ({ out }) => rmSync(join(out, "manifest.json")), [], "NOT_FOUND", 1],
    ["no set", ({ out }) => rmSync(join(out, "members.bin")), [], "NOT_FOUND", 1],
    ["another set", ({ out }) => flip(join(out, "members.bin")), [], "MANIFEST_INVALID", 1],
    ["a cut set", ({ out }) => writeFileSync(join(out, "members.bin"), "x"), [], "MANIFEST_INVALID", 1],
  ])("is not made with %s", async (_, spoil, more, says, code) => {
    const made = await exported(STORY);
    spoil(made);
    const done = await prove("exclusion", made, "--conversation", "old", ...more);
    expect(done).toMatchObject({ code, stdout: "" });
    expect(done.stderr).toContain(says);
  });
});

function flip(path: string): void {
  const bytes = readFileSync(path);
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

describe("the sets of an export", () => {
  it("are of that export: neither a key nor tokens are those of another question", async () => {
    const { out, manifest, key } = await exported(STORY);
    copyFileSync(join(out, "members.bin"), join(folder.path, "first.bin"));
    const { args } = writeInput(folder.path, STORY);
    const at = args.map((one) => (one === "2026-02-01" ? "2026-02-02" : one));
    const other = join(folder.path, "other");
    expect(await run([...at, "--key-file", key, "--out", other])).toMatchObject({ code: 0 });
    expect(manifestOf(other).conversations).toEqual(manifest.conversations);
    expect(manifestOf(other).members.key).not.toBe(manifest.members.key);
    expect(manifestOf(other).members.conversations.root).not.toBe(manifest.members.conversations.root);
  });

  /** A manifest that says what the files are now: its digest and hashes are right, its sets are not. */
  async function resealed({ out, manifest }: Exported, members: Manifest["members"]): Promise<Run> {
    const { digest: _, files, ...body } = manifest;
    const { createHash } = await import("node:crypto");
    const now = files.map(({ file }) => {
      const bytes = readFileSync(join(out, file));
      return { file, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
    });
    writeFileSync(join(out, "manifest.json"), JSON.stringify(sealed({ ...body, members }, now)));
    return await run(["export", "verify", out]);
  }

  it.each<[string, (made: Exported) => Manifest["members"], string]>([
    [
      "another root",
      ({ manifest: { members } }) => ({ ...members, items: { ...members.items, root: "0".repeat(64) } }),
      "items.bin is not the set",
    ],
    [
      "another size",
      ({ manifest: { members } }) => ({ ...members, items: { ...members.items, size: 7 } }),
      "items.bin is not the set",
    ],
    [
      "an order of its own",
      ({ out, manifest: { members } }) => {
        const path = join(out, "members.bin");
        const bytes = readFileSync(path);
        writeFileSync(
          path,
          Buffer.concat([bytes.subarray(32, 64), bytes.subarray(0, 32), bytes.subarray(64)]),
        );
        return members;
      },
      "members.bin is not sorted",
    ],
    [
      "other conversations than the index",
      ({ out, manifest: { members } }) => {
        const builder = new SetBuilder();
        const path = join(out, "members.bin");
        const bytes = readFileSync(path).subarray(0, -32);
        writeFileSync(path, bytes);
        for (let at = 0; at < bytes.length; at += 32) builder.add(bytes.subarray(at, at + 32));
        return { ...members, conversations: builder.set() };
      },
      "index.jsonl does not name just the conversations",
    ],
  ])("are refused with %s, though every file is as its manifest says", async (_, spoil, says) => {
    const made = await exported(conversationLines(20));
    expect(await resealed(made, made.manifest.members)).toMatchObject({ code: 0 });
    const { code, stdout } = await resealed(made, spoil(made));
    expect(code).toBe(1);
    expect(stdout).toContain(says);
    expect(stdout.trim().split("\n")).toHaveLength(1);
  });

  it("leave nothing of their making behind", async () => {
    const { out } = await exported(conversationLines(20));
    expect(readdirSync(folder.path).toSorted()).toEqual(["chats.jsonl", "events.jsonl", "key", "set"]);
    expect(readdirSync(out).filter((name) => /token|sort|check/.test(name))).toEqual([]);
  });
});
