import { describe, expect, it } from "vitest";
import { width } from "./layout.ts";
import { startProgress } from "./progress.ts";
import { terminalOf } from "./terminal.ts";

function watch(columns: number, total: number | undefined, isTTY = true) {
  const written: string[] = [];
  let time = 0;
  const tty = { isTTY, columns };
  const terminal = terminalOf({ argv: ["--no-color"], env: {}, stdin: tty, stdout: tty, stderr: tty });
  const stream = { write: (text: string) => written.push(text) };
  const progress = startProgress(
    terminal,
    "reading",
    () => total,
    stream,
    () => time,
  );
  return {
    written,
    progress,
    at(ms: number, bytes: number): void {
      time = ms;
      progress.update(bytes);
    },
  };
}

function plain(text: string | undefined): string {
  return (text ?? "").replace("\r", "").replace("\u001b[K", "");
}

describe("progress", () => {
  it("shows share, bytes, rate and the time left", () => {
    const seen = watch(100, 40_000_000);
    seen.at(1000, 0);
    seen.at(3000, 10_000_000);
    expect(plain(seen.written[1])).toBe(
      `reading  25 % ${"━".repeat(6)}${"─".repeat(18)} 10.0 MB of 40.0 MB 5.0 MB/s 6 s left`,
    );
  });

  it("shows bytes and rate where the total is not known", () => {
    const seen = watch(80, undefined);
    seen.at(0, 0);
    seen.at(1000, 3_000_000);
    expect(plain(seen.written[1])).toBe("reading 3.0 MB 3.0 MB/s");
  });

  it("redraws at most ten times a second", () => {
    const seen = watch(80, 1000);
    for (let ms = 0; ms < 1000; ms += 5) seen.at(ms, ms);
    expect(seen.written).toHaveLength(10);
  });

  it("fits narrow terminals, and never says more than all", () => {
    for (const columns of [20, 40, 80]) {
      const seen = watch(columns, 1000);
      seen.at(0, 0);
      seen.at(5000, 1200);
      expect(width(plain(seen.written[1]))).toBeLessThan(columns);
      expect(plain(seen.written[1])).toContain("100 %");
    }
  });

  it("takes its line away once, and draws nothing afterwards", () => {
    const seen = watch(80, 1000);
    seen.at(0, 10);
    seen.progress.done();
    seen.progress.done();
    seen.at(1000, 20);
    expect(seen.written.slice(1)).toEqual(["\r\u001b[K"]);
  });

  it("is silent where nobody watches", () => {
    const seen = watch(80, 1000, false);
    seen.at(0, 10);
    seen.progress.done();
    expect(seen.written).toEqual([]);
  });
});
