import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ProvisoError } from "@proviso/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Handle, writeAtomic } from "./atomic.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "proviso-atomic-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    return error instanceof ProvisoError ? error.code : `${error}`;
  }
  return "no error";
}

/** A file that fails at the given step with the given code, after taking `room` bytes. */
function failing(step: "write" | "sync", code: string, room = 0): (handle: Handle) => Handle {
  const error = Object.assign(new Error(code), { code });
  let left = room;
  return (handle) => ({
    async write(bytes, offset, length) {
      if (step !== "write") return await handle.write(bytes, offset, length);
      if (left === 0) throw error;
      const taken = Math.min(left, length);
      left -= taken;
      return await handle.write(bytes, offset, taken);
    },
    async sync() {
      if (step === "sync") throw error;
      await handle.sync();
    },
    close: () => handle.close(),
  });
}

describe("writeAtomic", () => {
  it("writes a whole file, returns what the work returns and leaves nothing beside it", async () => {
    const file = join(folder, "out.txt");
    const text = "é".repeat(400_000);
    expect(
      await writeAtomic(file, async (write) => {
        await write(text);
        await write("end");
        return 7;
      }),
    ).toBe(7);
    expect(readFileSync(file, "utf8")).toBe(`${text}end`);
    expect(readdirSync(folder)).toEqual(["out.txt"]);
  });

  it("shows nothing before it is finished", async () => {
    const file = join(folder, "out.txt");
    writeFileSync(file, "old");
    await writeAtomic(file, async (write) => {
      await write("x".repeat(1_000_000));
      expect(readFileSync(file, "utf8")).toBe("old");
    });
    expect(statSync(file).size).toBe(1_000_000);
  });

  it.each([
    ["the disk is full at once", failing("write", "ENOSPC"), "DISK_FULL"],
    ["the disk fills up half-way", failing("write", "ENOSPC", 300_000), "DISK_FULL"],
    ["the quota is used up", failing("write", "EDQUOT"), "DISK_FULL"],
    ["the disk is full when flushed", failing("sync", "ENOSPC"), "DISK_FULL"],
    ["the device fails", failing("write", "EIO"), "Error: EIO"],
  ])("keeps the old file when %s", async (_, wrap, code) => {
    const file = join(folder, "out.txt");
    writeFileSync(file, "old");
    const writing = writeAtomic(file, (write) => write("x".repeat(500_000)), { overwrite: true, wrap });
    expect(await codeOf(writing)).toBe(code);
    expect(readFileSync(file, "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["out.txt"]);
  });

  it("keeps the old file when the work fails, and does not rename its error", async () => {
    const file = join(folder, "out.txt");
    writeFileSync(file, "old");
    const error = Object.assign(new Error("read"), { code: "EACCES" });
    const writing = writeAtomic(file, async (write) => {
      await write("x".repeat(500_000));
      throw error;
    });
    await expect(writing).rejects.toBe(error);
    expect(readFileSync(file, "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["out.txt"]);
  });

  it("takes short writes", async () => {
    const file = join(folder, "out.txt");
    const wrap = (handle: Handle): Handle => ({
      write: (bytes, offset, length) => handle.write(bytes, offset, Math.min(length, 7)),
      sync: () => handle.sync(),
      close: () => handle.close(),
    });
    await writeAtomic(file, (write) => write("0123456789".repeat(10)), { overwrite: true, wrap });
    expect(readFileSync(file, "utf8")).toBe("0123456789".repeat(10));
  });

  it.each([
    ["a folder that is not there", "none/out.txt", "NOT_FOUND"],
    ["a folder as target", ".", "USAGE"],
    ["a name that is too long", "x".repeat(300), "USAGE"],
    ["a file as folder", "plain/out.txt", "USAGE"],
  ])("refuses %s", async (_, name, code) => {
    writeFileSync(join(folder, "plain"), "");
    expect(await codeOf(writeAtomic(join(folder, name), (write) => write("x")))).toBe(code);
    expect(readdirSync(folder)).toEqual(["plain"]);
  });

  it.skipIf(!existsSync("/dev/full"))("says DISK_FULL for a full device, which stays a device", async () => {
    expect(await codeOf(writeAtomic("/dev/full", (write) => write("x")))).toBe("DISK_FULL");
    expect(statSync("/dev/full").isCharacterDevice()).toBe(true);
  });

  it.skipIf(process.getuid?.() === 0)("says PERMISSION where nothing may be written", async () => {
    const closed = join(folder, "closed");
    mkdirSync(closed);
    chmodSync(closed, 0o500);
    expect(await codeOf(writeAtomic(join(closed, "out.txt"), (write) => write("x")))).toBe("PERMISSION");
  });

  it("removes what a killed run has left for the same name, and nothing else", async () => {
    const script = `import { writeAtomic } from ${JSON.stringify(new URL("./atomic.ts", import.meta.url).href)};
      await writeAtomic(process.argv[1], async (write) => { await write("x".repeat(300_000)); process.kill(process.pid, "SIGKILL"); });`;
    const args = [
      "--conditions=@proviso/source",
      "--input-type=module",
      "-e",
      script,
      join(folder, "out.txt"),
    ];
    expect(spawnSync(process.execPath, args).signal).toBe("SIGKILL");
    const [left = ""] = readdirSync(folder);
    expect(left).toMatch(/^\.out\.txt\..*\.tmp$/);
    const others = [
      // Of this process, of another machine, of another name, and not of ours.
      left.replace(/\.\d+-/, `.${process.pid}-`),
      left.replace(/-[0-9a-f]{8}-/, "-00000000-"),
      left.replace("out.txt", "out.txt.more"),
      ".out.txt.tmp",
    ];
    for (const name of others) writeFileSync(join(folder, name), "");
    await writeAtomic(join(folder, "out.txt"), (write) => write("x"));
    expect(readdirSync(folder).sort()).toEqual([...others, "out.txt"].sort());
  });

  it("does not overwrite unless allowed, even what appears meanwhile", async () => {
    const file = join(folder, "out.txt");
    const writing = writeAtomic(
      file,
      async (write) => {
        await write("mine");
        writeFileSync(file, "theirs");
      },
      { overwrite: false },
    );
    expect(await codeOf(writing)).toBe("USAGE");
    expect(readFileSync(file, "utf8")).toBe("theirs");
    expect(await codeOf(writeAtomic(file, (write) => write("x"), { overwrite: false }))).toBe("USAGE");
    expect(readdirSync(folder)).toEqual(["out.txt"]);
  });

  it("keeps permissions, and writes through a link", async () => {
    const file = join(folder, "real.txt");
    const link = join(folder, "link.txt");
    writeFileSync(file, "old", { mode: 0o600 });
    symlinkSync(file, link);
    await writeAtomic(link, (write) => write("new"));
    expect(readFileSync(file, "utf8")).toBe("new");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual(["link.txt", "real.txt"]);
  });

  it.skipIf(process.platform === "win32")("writes into a pipe, which stays a pipe", async () => {
    const pipe = join(folder, "pipe");
    expect(spawnSync("mkfifo", [pipe]).status).toBe(0);
    const reader = spawn("cat", [pipe]);
    const read = new Promise<string>((done) => {
      let text = "";
      reader.stdout.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      reader.on("close", () => done(text));
    });
    await writeAtomic(pipe, (write) => write("through"));
    expect(await read).toBe("through");
    expect(statSync(pipe).isFIFO()).toBe(true);
  });
});
