import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Question } from "../pipeline/question.ts";
import { type AskedOptions, askedOf } from "./asked.ts";

const ROOT = join(import.meta.dirname, "../../../..");
const NOW = Date.UTC(2026, 8, 30);
const QUESTION: Question = {
  paths: [],
  policies: [join(ROOT, "policies")],
  at: NOW,
  known: Number.POSITIVE_INFINITY,
  strict: false,
};
const PROVISO = "proviso/strict@2026-01-01";

const asked = (options: AskedOptions) => askedOf(options, QUESTION, NOW);

describe("what is asked", () => {
  it.each<[AskedOptions, string]>([
    [{}, "say what is compared with what"],
    [{ from: "2025-10-08" }, "say what is compared with what"],
    [{ on: "2025-10-08", from: PROVISO }, "`--on` stands alone"],
    [{ on: "2025-10-08", at: NOW }, "`--on` stands alone"],
    [{ on: "2025-02-30" }, "`2025-02-30` for `--on` is not in the calendar"],
    [{ on: "2025-10-08T09:30:00" }, "`2025-10-08T09:30:00` for `--on` has no offset from UTC"],
    [{ from: "2025-10-08", to: PROVISO }, `\`2025-10-08\` and \`${PROVISO}\` cannot be compared`],
    [{ from: "2025-10-07", to: "2025-10-08", at: NOW }, "`--at` has no meaning beside two dates"],
    [{ from: ROOT, to: PROVISO }, `\`${ROOT}\` and \`${PROVISO}\` cannot be compared`],
  ])("%j is wrong", async (options, message) => {
    await expect(asked(options)).rejects.toMatchObject({ code: "USAGE", message });
  });

  it.each([
    ["2025-10-08", "before 2025-10-08", "at the end of 2025-10-08", "2025-10-08T23:59:59.999Z"],
    [
      "2025-10-08T09:30:00Z",
      "before 2025-10-08 09:30 UTC",
      "from 2025-10-08 09:30 UTC",
      "2025-10-08T09:30:00.000Z",
    ],
  ])("%s is a stretch from just before", async (on, before, after, at) => {
    const found = await asked({ on });
    expect([found.before, found.after, new Date(found.question.at).toISOString()]).toEqual([
      before,
      after,
      at,
    ]);
  });

  it("names versions by id, and files by their names too", async () => {
    const file = join(ROOT, "policies/proviso/strict/2026-01-01.yaml");
    const { before, after } = await asked({ from: "proviso/strict", to: file });
    expect([before, after]).toEqual([PROVISO, `${PROVISO} (${file})`]);
  });
});
