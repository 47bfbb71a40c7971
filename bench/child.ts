/** Measuring in a child process of its own, so that peak memory is its own too; and the yardstick's loop. */
import { spawnSync } from "node:child_process";
import { createReadStream } from "node:fs";

/** What every measurement has; benchmarks add what they count. */
export interface Resources {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

/** Wall time, CPU time of all threads, and peak memory of this process while `work` ran. */
export async function resourcesOf(work: () => Promise<void>): Promise<Resources> {
  const started = performance.now();
  const cpu = process.cpuUsage();
  await work();
  const seconds = (performance.now() - started) / 1000;
  const used = process.cpuUsage(cpu);
  return {
    seconds,
    cpuSeconds: (used.user + used.system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

/** Runs `file` again with `--child=…` and reads what it prints as JSON. */
export function inChild<T>(
  file: string,
  way: string,
  format: string,
  folder: string,
  more: readonly string[] = [],
): T {
  const args = [...process.execArgv, file, `--child=${way}`, `--format=${format}`, `--in=${folder}`, ...more];
  const child = spawnSync(process.execPath, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  if (child.status !== 0) throw new Error(`the ${way} child failed: ${child.signal ?? child.status}`);
  return JSON.parse(child.stdout) as T;
}

export function argument(name: string): string | undefined {
  const prefix = `--${name}=`;
  return process.argv.find((value) => value.startsWith(prefix))?.slice(prefix.length);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

/** The plain loop that the importers are held against: split lines, parse each. */
export async function parseLines(path: string, add: (value: never) => void): Promise<void> {
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    const buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = buffer.indexOf(10); end !== -1; end = buffer.indexOf(10, start)) {
      add(JSON.parse(buffer.toString("utf8", start, end)) as never);
      start = end + 1;
    }
    rest = buffer.subarray(start);
  }
}
