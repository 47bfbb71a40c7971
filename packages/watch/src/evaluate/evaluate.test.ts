import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";
import { printEvaluation, printEvaluationJson } from "./print-evaluation.ts";

const BEFORE = "# Keeping\n\nWe retain your conversations for 30 days.\n";
const AFTER = "# Keeping\n\nWe retain your conversations for five (5) years.\n";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "proviso-evaluate-"));
  await mkdir(join(folder, "gold"));
  await mkdir(join(folder, "versions"));
  await writeFile(join(folder, "versions/before.md"), BEFORE);
  await writeFile(join(folder, "versions/after.md"), AFTER);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("evaluate", () => {
  it("holds axes and direction against the labels, and lists what was missed", async () => {
    const file = await gold([
      {
        id: "kept-longer",
        categories: ["retention"],
        direction: "worse-for-user",
        severity: "high",
        pairs: [pair()],
      },
      {
        id: "not-there",
        categories: ["children-age"],
        direction: "neutral",
        severity: "low",
        pairs: [pair()],
      },
      { id: "no-labels", pairs: [pair()] },
      { id: "no-files", categories: ["scope"], pairs: [pair("versions/none.md")] },
    ]);
    const evaluation = await evaluate(file);
    expect(evaluation.axes.get("retention")).toMatchObject({ found: 1, wrong: 1, missed: 0 });
    expect(evaluation.axes.get("children")).toMatchObject({ found: 0, wrong: 0, missed: 1 });
    expect(evaluation.all).toMatchObject({ precision: 0.5, recall: 0.5, f1: 0.5 });
    expect(evaluation.direction).toEqual({ right: 1, of: 2 });
    expect(evaluation.leading).toEqual({ right: 1, of: 2 });
    expect(evaluation.told).toEqual({ right: 3, of: 3 });
    const text = printEvaluation(evaluation);
    expect(text).toContain(
      "- not-there\n    missed children; told besides retention; direction worse, label neutral",
    );
    expect(text).not.toContain("- kept-longer");
    const json = JSON.parse(printEvaluationJson(evaluation));
    expect(json.schema).toBe("proviso-evaluation/1");
    expect(json.axes.retention.found).toBe(1);
    expect(json.entries[0].changes[0].changes[0].after.values.period).toBe("P5Y");
  });

  it("does not call it a direction where nothing is told", async () => {
    await writeFile(join(folder, "versions/after.md"), BEFORE);
    const file = await gold([
      { id: "nothing", categories: ["retention"], direction: "neutral", pairs: [pair()] },
    ]);
    const evaluation = await evaluate(file);
    expect(evaluation.direction).toEqual({ right: 0, of: 1 });
    expect(evaluation.told).toEqual({ right: 0, of: 1 });
    expect(printEvaluation(evaluation)).toContain("nothing told; missed retention");
  });

  it.each([
    ["a category without an axis", { categories: ["weather"] }, "changes[0].categories[0]", 5],
    ["an unknown direction", { direction: "sideways" }, "changes[0].direction", 5],
    ["no pairs", { pairs: [] }, "changes[0].pairs", 5],
  ])("names file, line and field of %s", async (_, part, field, line) => {
    const file = await gold([{ id: "x", pairs: [pair()], ...part }]);
    const error = await evaluate(file).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "INPUT_MALFORMED", place: { file, field } });
    expect((error as { place: { line: number } }).place.line).toBeGreaterThanOrEqual(line);
  });

  it("says which file is not there", async () => {
    await expect(evaluate(join(folder, "none.json"))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

function pair(afterFile = "versions/after.md"): object {
  return {
    path: "Example/Privacy Policy.md",
    beforeCommit: "a1",
    afterCommit: "b2",
    beforeRecordedAt: "2025-08-01T00:32:05+00:00",
    afterRecordedAt: "2025-08-29T00:32:01+00:00",
    beforeFile: "versions/before.md",
    afterFile,
  };
}

async function gold(changes: readonly object[]): Promise<string> {
  const file = join(folder, "gold/changes.json");
  await writeFile(file, JSON.stringify({ schema: "proviso-gold-changes/1", changes }, undefined, 1));
  return file;
}
