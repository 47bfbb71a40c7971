import { describe, expect, test } from "vitest";
import { columns, type Data, titleOf } from "./client/data.ts";
import { clocksOf, factsOf, keepsOf, rulesOf, runsOf, usesOf } from "./client/decode.ts";
import type { WireRow, WireTables } from "./client/wire.ts";
import { plainTitle } from "./escape.ts";
import type { ReportRow } from "./model.ts";
import { sampleModel, sampleRows } from "./sample-rows.ts";
import { writeReport } from "./write-report.ts";

/** What the page reads back from the file. */
async function readBack(rows: readonly ReportRow[]): Promise<Data> {
  let html = "";
  await writeReport(sampleModel(rows, rows.length), (chunk) => {
    html += chunk;
  });
  const blocks = [...html.matchAll(/<script type="application\/json" class="rows">(.*?)<\/script>/gs)];
  const tables = /<script type="application\/json" id="tables">(.*?)<\/script>/s.exec(html)?.[1] ?? "";
  return columns(
    blocks.flatMap(([, block = "[]"]) => JSON.parse(block) as WireRow[]),
    JSON.parse(tables) as WireTables,
  );
}

/** As JSON has it: without what is undefined. */
function json(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

describe("what was decided comes back from the file", () => {
  const odd = [...sampleRows(3)].map((row, index): ReportRow => {
    const without = { ...row, createdAt: undefined };
    if (index === 0) return { ...without, lastActivityAt: undefined };
    if (index === 1) return without;
    return { ...row, id: "", title: "\u202e", createdAt: 0 };
  });
  const sources = [...sampleRows(300), ...odd];

  test("row by row", async () => {
    const data = await readBack(sources);
    expect(data.size).toBe(sources.length);
    sources.forEach((source, row) => {
      const { decision, explanation } = source;
      expect(titleOf(data, row)).toBe(plainTitle(source.title) ?? "Untitled conversation");
      expect(data.created[row]).toBe(source.createdAt ?? Number.NaN);
      expect(data.last[row]).toBe(source.lastActivityAt ?? Number.NaN);
      const policy = ({ policy: at }: { policy: number | null }) => {
        const { id, version, digest } = data.tables.policies[at ?? -1] ?? {};
        return { id, version, digest };
      };
      expect(usesOf(data, row).map((use) => ({ ...use, policy: policy(use) }))).toEqual(json(decision.uses));
      expect(json(clocksOf(data, row).map((clock) => ({ ...clock, policy: policy(clock) })))).toEqual(
        json(
          decision.clocks.map((clock) => ({
            ...clock,
            from: clock.from ?? null,
            until: clock.until ?? null,
          })),
        ),
      );
      expect(keepsOf(data, row)).toEqual(decision.keep);
      expect(runsOf(data, row)).toEqual(decision.runs);
      for (const [purpose, traces] of Object.entries(explanation?.rules ?? {})) {
        const back = rulesOf(data, row, purpose)?.map((trace) => ({ ...trace, policy: policy(trace) }));
        expect(back).toEqual(json(traces));
      }
      expect(factsOf(data, row)).toEqual(
        explanation?.facts.map(({ name, value, events }) => ({
          name,
          kind: value === undefined ? "?" : typeof value === "number" ? "t" : "v",
          value: value ?? null,
          events,
        })),
      );
    });
  });

  test("without explanations", async () => {
    const data = await readBack([...sampleRows(5, false)]);
    expect(rulesOf(data, 0, "train-general")).toBeUndefined();
    expect(factsOf(data, 0)).toBeUndefined();
    expect(usesOf(data, 0)).toHaveLength(3);
  });
});

test("a conversation with its explanation costs less than 350 bytes", async () => {
  const size = async (count: number) => {
    let bytes = 0;
    await writeReport(sampleModel(sampleRows(count), count), (chunk) => {
      bytes += Buffer.byteLength(chunk);
    });
    return bytes;
  };
  expect(((await size(6000)) - (await size(1000))) / 5000).toBeLessThan(350);
});

test("what rows share does not grow with their number", async () => {
  const few = await readBack([...sampleRows(2000)]);
  const many = await readBack([...sampleRows(6000)]);
  expect(many.tables.shapes.length).toBeLessThan(few.tables.shapes.length * 2);
  expect(many.tables.texts.length).toBeLessThan(1000);
});
