import { FORMATS, tokensUnder } from "@proviso/core/export";
import { builtInProfile } from "@proviso/core/redact";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Decided } from "../pipeline/question.ts";
import { type Batch, type BatchSettings, batchesOf } from "./batches.ts";

const PURPOSE = "train-general";
const [FORMAT] = FORMATS;
if (FORMAT === undefined) throw new Error("no format");

const SETTINGS: BatchSettings = {
  purpose: PURPOSE,
  format: FORMAT,
  hidden: false,
  ids: true,
  tokens: tokensUnder(new Uint8Array(32)),
  profile: builtInProfile("default"),
  size: 100,
};

interface Sketch {
  readonly id: string;
  readonly permitted: boolean;
  readonly answered: boolean;
  readonly length: number;
  readonly obligations: readonly string[];
}

function decided({ id, permitted, answered, length, obligations }: Sketch): Decided {
  const use = permitted ? "permit" : "deny";
  const uses = [{ purpose: PURPOSE, use, exposure: use, reason: permitted ? "YES" : "NO", obligations }];
  const roles = answered ? ["user", "assistant"] : ["user"];
  const items = roles.map((role) => ({
    id: role,
    role,
    hidden: false,
    pasted: false,
    text: "x".repeat(length),
  }));
  return {
    conversation: { id, items },
    decision: { account: "a", policies: [{ id: "p", version: "1", digest: "sha256:0" }], uses },
    items: items.map((item) => ({ decision: { item: item.id, uses } })),
  } as unknown as Decided;
}

async function* stream(given: readonly Sketch[]): AsyncGenerator<Decided> {
  for (const one of given) yield decided(one);
}

async function all(given: readonly Sketch[], from: number, settings = SETTINGS): Promise<readonly Batch[]> {
  const batches: Batch[] = [];
  for await (const batch of batchesOf(stream(given), settings, from)) batches.push(batch);
  return batches;
}

const plain = (batches: readonly Batch[]): unknown =>
  batches.map(({ jobs, itemTokens, tally, through }) => ({
    jobs,
    itemTokens,
    through,
    tally: tally.toJSON(),
  }));

const sketch: fc.Arbitrary<Sketch> = fc.record({
  id: fc.constantFrom("a", "b", "c", "d", "e", "f"),
  permitted: fc.boolean(),
  answered: fc.boolean(),
  length: fc.integer({ min: 1, max: 60 }),
  obligations: fc.subarray(["unlink-account", "segregate"]),
});
const sketches = fc.array(sketch, { maxLength: 30 });

describe("batches", () => {
  it("go on after any of them as if nothing had been in between", async () => {
    await fc.assert(
      fc.asyncProperty(sketches, async (given) => {
        const whole = await all(given, 0);
        for (const [index, { through }] of whole.entries()) {
          expect(plain(await all(given, through))).toEqual(plain(whole.slice(index + 1)));
        }
      }),
    );
  });

  it("count each conversation once, and hold each id once at most", async () => {
    await fc.assert(
      fc.asyncProperty(sketches, async (given) => {
        const batches = await all(given, 0);
        const jobs = batches.flatMap((batch) => batch.jobs);
        const withheld = batches.flatMap(({ tally }) => [...tally.get("withheld").values()]);
        const read = batches.reduce((sum, { tally }) => sum + tally.total("conversations read"), 0);
        expect(read).toBe(given.length);
        expect(jobs.length + withheld.reduce((sum, times) => sum + times, 0)).toBe(given.length);
        expect(new Set(jobs.map(({ token }) => token)).size).toBe(jobs.length);
        const wanted = new Set(given.filter((one) => one.permitted && one.answered).map(({ id }) => id));
        expect(jobs.length).toBe(wanted.size);
      }),
    );
  });

  it("carry ids only where no obligation forbids them", async () => {
    await fc.assert(
      fc.asyncProperty(sketches, async (given) => {
        for (const { ids, obligations } of (await all(given, 0)).flatMap(({ jobs }) => jobs)) {
          expect(ids?.["conversation"] === null).toBe(obligations.includes("unlink-account"));
        }
        const without = await all(given, 0, { ...SETTINGS, ids: false });
        expect(without.flatMap(({ jobs }) => jobs).every(({ ids }) => ids === undefined)).toBe(true);
      }),
    );
  });

  it("stop at an obligation that the profile does not meet, or that nobody knows", async () => {
    const one = { id: "a", permitted: true, answered: true, length: 1 };
    const secrets = { ...SETTINGS, profile: builtInProfile("secrets-only") };
    await expect(all([{ ...one, obligations: ["redact-personal-data"] }], 0, secrets)).rejects.toMatchObject({
      code: "OBLIGATION_UNMET",
    });
    await expect(all([{ ...one, obligations: ["sing-a-song"] }], 0)).rejects.toMatchObject({
      code: "OBLIGATION_UNMET",
    });
    expect(await all([{ ...one, obligations: ["redact-personal-data"] }], 0)).toHaveLength(1);
  });
});
