import { builtInProfile } from "@proviso/core/redact";
import { afterEach, describe, expect, it } from "vitest";
import { type BatchPool, createBatchPool } from "./batch-pool.ts";
import type { Job, WorkSettings } from "./job.ts";

const SETTINGS: WorkSettings = {
  format: "openai-chat",
  profile: builtInProfile("default"),
  key: new Uint8Array(32),
  scope: "s",
};

function job(index: number, text: string): Job {
  return {
    token: String(index),
    turns: [
      { role: "user", name: undefined, text },
      { role: "assistant", name: undefined, text: `Answer ${index}` },
    ],
    subject: "a",
    items: 2,
    left: new Map([["NO_TEXT", 1]]),
    signals: new Map(),
    obligations: ["unlink-account"],
    ids: undefined,
  };
}

const JOBS = Array.from({ length: 20 }, (_, index) => [job(index, `Mail nora${index}@example.com`)]);
const pools: BatchPool[] = [];

function pool(workers: number, settings: WorkSettings = SETTINGS): BatchPool {
  const made = createBatchPool(settings, workers);
  pools.push(made);
  return made;
}

afterEach(async () => {
  for (const one of pools.splice(0)) await one.close();
});

describe("a pool", () => {
  it("gives the same rows in threads as in the program", { timeout: 60_000 }, async () => {
    const here = await Promise.all(JOBS.map((jobs) => pool(1).run(jobs)));
    const threads = pool(2);
    const there = await Promise.all(JOBS.map((jobs) => threads.run(jobs)));
    expect(there).toEqual(here);
    const [first] = here;
    expect(new TextDecoder().decode(first?.lines)).toBe(
      '{"messages":[{"role":"user","content":"Mail [EMAIL]"},{"role":"assistant","content":"Answer 0"}]}\n',
    );
    expect(first?.tally).toMatchObject({
      totals: { "conversations included": 1, "items included": 2 },
      left: { NO_TEXT: 1 },
      redactions: { EMAIL: 1 },
      obligations: { "unlink-account": 1 },
    });
  });

  it.each([1, 2])("hands on what goes wrong in %i of them", { timeout: 60_000 }, async (workers) => {
    const broken = { ...job(0, ""), turns: undefined } as unknown as Job;
    const one = pool(workers);
    await expect(one.run([broken])).rejects.toThrow("undefined");
    // One bad batch is no end of the others.
    await expect(one.run(JOBS[0] ?? [])).resolves.toMatchObject({ rows: [{ token: "0" }] });
  });

  it("gives no work to a thread that has ended", { timeout: 60_000 }, async () => {
    const one = pool(2);
    await one.run(JOBS[0] ?? []);
    await one.close();
    await expect(one.run(JOBS[1] ?? [])).rejects.toThrow("ended");
  });

  it("says at once what is wrong with the profile and the key", () => {
    const pseudonymous = { ...SETTINGS, profile: builtInProfile("pseudonymous"), key: new Uint8Array(3) };
    expect(() => createBatchPool(pseudonymous, 2)).toThrow(expect.objectContaining({ code: "KEY_INVALID" }));
  });
});
