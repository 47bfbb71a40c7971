import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { digestOfJson, FORMATS, type Format, type Manifest } from "@proviso/core/export";
import { builtInProfile } from "@proviso/core/redact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Handle } from "../output/atomic.ts";
import { packsFolder } from "../packs/find.ts";
import { type ExportSettings, writeExport } from "./write-export.ts";

const EXAMPLES = fileURLToPath(new URL("../../../../examples/", import.meta.url));
const HOOKS = { onTotal: () => undefined, onProgress: () => undefined };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "proviso-export-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Example {
  readonly name: string;
  readonly paths: readonly string[];
  readonly account: string;
}

const FAMILY: Example = {
  name: "chatgpt-family",
  paths: ["chatgpt-family/chatgpt-export-2026-06-30.zip"],
  account: "chatgpt-family/account.yaml",
};
const ALL: readonly Example[] = [
  FAMILY,
  {
    name: "claude-personal",
    paths: ["claude-personal/data-2026-09-14-10-22-31-batch-0000"],
    account: "claude-personal/account.yaml",
  },
  {
    name: "claude-code-work",
    paths: ["claude-code-work/projects"],
    account: "claude-code-work/account.yaml",
  },
  // One who never answered: cannot tell.
  {
    name: "unknown",
    paths: ["claude-personal/data-2026-09-14-10-22-31-batch-0000"],
    account: "claude-personal/account-unknown.yaml",
  },
];

function settingsFor(example: Example, format: Format, more: Partial<ExportSettings> = {}): ExportSettings {
  const profile = builtInProfile("default");
  return {
    question: {
      paths: example.paths.map((path) => join(EXAMPLES, path)),
      account: join(EXAMPLES, example.account),
      policies: [packsFolder()],
      at: Date.UTC(2026, 8, 20),
      known: Number.POSITIVE_INFINITY,
      strict: false,
      purposes: ["train-general"],
      items: true,
      content: true,
    },
    isDated: true,
    purpose: "train-general",
    out: join(folder, "set"),
    format,
    work: { format: format.name, profile, key: new Uint8Array(32), scope: "s" },
    profile: { name: "default", digest: digestOfJson(profile) },
    dataset: { title: "t", publisher: null, licence: null, country: null },
    version: "0",
    hidden: false,
    ids: false,
    shardBytes: 1_000_000,
    workers: 1,
    resume: false,
    force: false,
    ...more,
  };
}

function sum(
  counts: readonly { readonly items: number; readonly conversations?: number }[],
  of: "items" | "conversations",
): number {
  return counts.reduce((all, one) => all + (one[of] ?? 0), 0);
}

function expectAccounted({ conversations, items, shards }: Manifest): void {
  expect(conversations.included + sum(conversations.excluded, "conversations")).toBe(conversations.read);
  expect(items.included + sum(items.excluded, "items") + sum(conversations.excluded, "items")).toBe(
    items.read,
  );
  expect(shards.reduce((all, { lines }) => all + lines, 0)).toBe(conversations.included);
}

describe.each(ALL)("the example $name", (example) => {
  it.each(FORMATS)("has each conversation and item once, in or out, as $name", async (format) => {
    const { manifest } = await writeExport(settingsFor(example, format), HOOKS);
    expectAccounted(manifest);
    expect(manifest.conversations.read).toBeGreaterThan(20);
    expect(manifest.conversations.included > 0).toBe(example.name !== "unknown");
    expect(readdirSync(folder)).toEqual(["set"]);
    const all = readdirSync(join(folder, "set")).map((name) =>
      readFileSync(join(folder, "set", name), "latin1"),
    );
    // The families' address and account number are published test values, which must not come through.
    for (const value of ["@example.com", "DE89 3704", "555-01"]) expect(all.join("\n")).not.toContain(value);
  });
});

/** A disk with so much room for shards. */
function disk(room: number): (handle: Handle) => Handle {
  let left = room;
  return (handle) => ({
    async write(bytes, offset, length) {
      if (left < length) throw Object.assign(new Error("ENOSPC"), { code: "ENOSPC" });
      left -= length;
      return await handle.write(bytes, offset, length);
    },
    sync: () => handle.sync(),
    close: () => handle.close(),
  });
}

describe("a disk that is full", () => {
  const [format] = FORMATS;
  it("leaves nothing that looks finished, and is gone on with when there is room", async () => {
    if (format === undefined) throw new Error("no format");
    const settings = settingsFor(FAMILY, format, { shardBytes: 4_500 });
    const full = writeExport({ ...settings, wrap: disk(9_000) }, HOOKS);
    await expect(full).rejects.toMatchObject({ code: "DISK_FULL" });
    expect(existsSync(join(folder, "set"))).toBe(false);
    expect(readdirSync(join(folder, "set.partial"))).toContain("checkpoint.json");
    const resumed = await writeExport({ ...settings, resume: true }, HOOKS);
    expect(resumed.manifest.shards.length).toBeGreaterThan(2);
    const whole = await writeExport({ ...settings, out: join(folder, "whole") }, HOOKS);
    expect(resumed.manifest).toEqual(whole.manifest);
    expectAccounted(whole.manifest);
    for (const name of readdirSync(join(folder, "whole"))) {
      expect(readFileSync(join(folder, "set", name))).toEqual(readFileSync(join(folder, "whole", name)));
    }
  });

  it("leaves nothing at all when not even a shard was finished", async () => {
    if (format === undefined) throw new Error("no format");
    const full = writeExport({ ...settingsFor(FAMILY, format), wrap: disk(100) }, HOOKS);
    await expect(full).rejects.toMatchObject({ code: "DISK_FULL" });
    expect(readdirSync(folder)).toEqual([]);
  });
});
