/** Every decision case, ours and the shared ones, through every stage; listed failures must fail. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCases } from "../src/cases/case.ts";
import { PARTS } from "../src/cases/compare.ts";
import { choosePolicy } from "../src/packs/choose.ts";
import { packsFolder } from "../src/packs/find.ts";
import { loadPacks } from "../src/packs/load.ts";

const root = join(import.meta.dirname, "../../..");
const folder = join(root, "conformance/decision");
const shared = join(root, "../shared/facts/scenarios.json");

interface KnownFailure {
  readonly id: string;
  readonly part: (typeof PARTS)[number];
  readonly reason: string;
  readonly cite: string;
}

const known = JSON.parse(
  readFileSync(join(root, "conformance/known-failures.json"), "utf8"),
) as readonly KnownFailure[];
const packs = await loadPacks([packsFolder()]);

function hold(file: string): void {
  for (const one of readCases(readFileSync(file, "utf8"), file)) {
    const { prepared } = choosePolicy(packs, "", one.policy);
    for (const part of PARTS) {
      const listed = known.find((failure) => failure.id === one.id && failure.part === part);
      it(`${one.id} ${part}: ${one.title}${listed === undefined ? "" : ` (known failure: ${listed.reason})`}`, () => {
        const { mismatches } = one.run(prepared, [part]);
        if (listed === undefined) expect(mismatches).toEqual([]);
        else expect(mismatches, "a known failure passes: take it off the list").not.toEqual([]);
      });
    }
  }
}

for (const name of readdirSync(folder).filter((file) => file.endsWith(".json"))) {
  describe(`conformance/decision/${name}`, () => hold(join(folder, name)));
}

if (existsSync(shared)) describe("shared scenarios", () => hold(shared));
else it.skip("shared scenarios: ../shared/facts/scenarios.json is not beside the checkout", () => {});

describe("the packs", () => {
  it("have no findings", () => {
    expect(
      packs.policies.flatMap(({ file, findings }) => findings.map((one) => `${file}: ${one.message}`)),
    ).toEqual([]);
  });
});
