/** What cannot be compared over tables is one clear error, and leaves nothing behind. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { prepare } from "@proviso/core/decision";
import { needsOf } from "@proviso/core/policy";
import { instantsQuestion } from "@proviso/core/whatif";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../cli/test/temporary-folder.ts";
import { arbitrarySet } from "../../core/test/generate-set.ts";
import type { LakeRequest } from "../src/run/lake-run.ts";
import { runLake } from "../src/run/run-lake.ts";
import { compareLake } from "../src/whatif/compare-lake.ts";
import type { LakeWhatIfRequest } from "../src/whatif/lake-what-if.ts";
import { request } from "./request.ts";
import { writeSelect } from "./table-file.ts";
import { asked, CONSUMER, consumerEvents, EVER, published, writeLines } from "./what-if-sample.ts";

const temporary = temporaryFolder();
const LAST = Date.UTC(2026, 0, 1);

describe("what a what-if over tables refuses", () => {
  const facts = async (more: Partial<LakeRequest> = {}): Promise<string> => {
    const out = join(temporary.path, "facts");
    const inputs = [writeLines(temporary.path, consumerEvents())];
    await runLake(request({ out, set: CONSUMER, tables: ["facts"], inputs, ...more }));
    return out;
  };
  const refused = async (given: LakeWhatIfRequest): Promise<void> => {
    await expect(compareLake(given)).rejects.toMatchObject({ code: "USAGE" });
    expect(existsSync(given.work)).toBe(false);
  };

  it("two instants of one table of facts, and an instant of its own", async () => {
    const out = await facts();
    const instants = instantsQuestion(prepare(CONSUMER), [LAST - 1, LAST], { known: EVER });
    await refused(asked(temporary.path, instants, [out], { madeFor: [CONSUMER] }));
    await refused(asked(temporary.path, published(), [out], { madeFor: [CONSUMER], isAtGiven: true }));
  });

  it("facts made for other policies, by their manifest or by what they hold", async () => {
    const [other] = fc.sample(
      arbitrarySet().filter((set) => needsOf(set).holdScopes.length > 0),
      { numRuns: 1, seed: 3 },
    );
    if (other === undefined) throw new Error("a sample of one");
    const question = { ...published(), before: { ...published().before, prepared: prepare(other) } };
    await refused(asked(temporary.path, question, [await facts()], { madeFor: [CONSUMER] }));
    const alien = await facts({ set: other, force: true });
    await refused(asked(temporary.path, published(), [alien], { madeFor: [CONSUMER] }));
  });

  it("a list whose ending says no form", async () => {
    await refused(asked(temporary.path, published(), ["nowhere"], { list: "list.txt" }));
  });

  it("two rows of facts about one conversation", async () => {
    const out = await facts();
    const [one = ""] = readdirSync(join(out, "facts")).map((name) => join(out, "facts", name));
    const file = join(temporary.path, "twice.parquet");
    await writeSelect(
      temporary.path,
      `FROM read_parquet('${one}') UNION ALL FROM read_parquet('${one}')`,
      file,
    );
    const given = asked(temporary.path, published(), [file], { madeFor: [CONSUMER] });
    await expect(compareLake(given)).rejects.toMatchObject({ code: "INPUT_MALFORMED" });
  });

  it("to go on once it is interrupted, and leaves nothing", async () => {
    const aborter = new AbortController();
    const given = asked(temporary.path, published(), [writeLines(temporary.path, consumerEvents())], {
      signal: aborter.signal,
      list: join(temporary.path, "list.jsonl"),
      onProgress: ({ step }) => {
        if (step === "writing") aborter.abort();
      },
    });
    await expect(compareLake(given)).rejects.toMatchObject({ code: "INTERRUPTED" });
    expect(readdirSync(temporary.path)).toEqual(["events.jsonl"]);
  });
});
