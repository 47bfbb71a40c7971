import { describe, expect, it } from "vitest";
import type { SourceFile } from "../source.ts";
import { openAhead } from "./open-ahead.ts";

/** Files that note when they are opened and closed; the last cannot be read. */
function noted(count: number): { readonly files: SourceFile[]; readonly log: string[] } {
  const log: string[] = [];
  const files = Array.from({ length: count }, (_, index) => ({
    path: `${index}`,
    size: 2,
    async *open() {
      log.push(`open ${index}`);
      try {
        if (index === count - 1) throw new Error("unreadable");
        yield new Uint8Array([index]);
        yield new Uint8Array([index]);
      } finally {
        log.push(`close ${index}`);
      }
    },
  }));
  return { files, log };
}

describe("opening ahead", () => {
  it("opens the next file before the first is read, and each once in a pass", async () => {
    const { files, log } = noted(3);
    const ahead = openAhead(files);
    const read: number[] = [];
    for (const file of ahead.slice(0, 2)) for await (const chunk of file.open()) read.push(...chunk);
    expect(read).toEqual([0, 0, 1, 1]);
    expect(log.indexOf("open 1")).toBeLessThan(log.indexOf("close 0"));
    expect(log.filter((entry) => entry === "open 1")).toHaveLength(1);
  });

  it("tells of an unreadable file in its turn", async () => {
    const { files } = noted(2);
    const [good, bad] = openAhead(files);
    const read = async (file: SourceFile | undefined): Promise<number> => {
      let chunks = 0;
      for await (const _ of file?.open() ?? []) chunks += 1;
      return chunks;
    };
    expect(await read(good)).toBe(2);
    await expect(read(bad)).rejects.toThrow("unreadable");
  });

  it("closes what it opened when the reader leaves", async () => {
    const { files, log } = noted(4);
    for await (const _ of openAhead(files)[0]?.open() ?? []) break;
    expect(log.filter((entry) => entry.startsWith("open")).length).toBe(2);
    expect(log.filter((entry) => entry.startsWith("close")).sort()).toEqual(["close 0", "close 1"]);
  });
});
