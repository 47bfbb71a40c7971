/**
 * The autumn of 2025, held against the vendor's own texts, if the data lies beside the checkout. The data is
 * not part of the project.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { changeOf } from "../src/terms/change/change.ts";
import type { AxisChange, TermsChange } from "../src/terms/change/terms-change.ts";
import type { Version } from "../src/terms/document.ts";

const FOLDER = join(import.meta.dirname, "../../../../shared/data/terms/versions/claude-ai");
const DAY = 86_400_000;

describe.skipIf(!existsSync(FOLDER))("autumn 2025 (needs ../shared)", () => {
  const terms = of("terms-of-service", "2025-08-01T00-32-05_8f977d4a", "2025-08-29T00-32-01_d8d25b3c");
  const privacy = of("privacy-policy", "2025-08-16T00-32-05_691572eb", "2025-08-29T00-32-02_e59bf71c");

  it.each([
    ["terms", terms],
    ["privacy policy", privacy],
  ] as const)(
    "%s: trains on conversations unless users opt out, with two exceptions that survive",
    (_, one) => {
      const { change } = one();
      expect(
        valuesAfter(change, "training-use").map((values) => [values["use"], values["unless"]]),
      ).toContainEqual(["permitted", "opt-out"]);
      expect(valuesAfter(change, "choice").map((values) => values["form"])).toContain("opt-out");
      const exceptions = valuesAfter(change, "exceptions").filter(
        (values) => values["to"] === "training-opt-out",
      );
      expect(exceptions.map((values) => values["what"]).sort()).toEqual(["feedback", "safety-flagged"]);
      expect(change.direction).toBe("worse");
      expect(change.impact.level).toBe("high");
      expect(change.summary.split("\n", 1)[0]).toMatch(/training on \w+ unless users opt out/u);
    },
  );

  it.each([
    ["terms", terms],
    ["privacy policy", privacy],
  ] as const)("%s: every fact has its quote where it says", (_, one) => {
    const { change, before, after: later } = one();
    for (const { before: from, after: to } of change.changes) {
      if (from !== undefined) expect(before.text.slice(from.start, from.end)).toBe(from.quote);
      if (to !== undefined) expect(later.text.slice(to.start, to.end)).toBe(to.quote);
    }
  });

  it("is in force per account, on 28 September at the latest, and is not silent", () => {
    for (const { clocks } of [terms().change, privacy().change]) {
      expect(clocks.inForce).toMatchObject({ is: "per-account", latest: Date.UTC(2025, 8, 28) });
      expect(clocks.isSilent).toBe(false);
      expect(clocks.firstSeen).toBeLessThan(Date.UTC(2025, 8, 28) - 29 * DAY);
    }
  });

  it("changed no period in the privacy policy: what it says of keeping stands in both versions", () => {
    const { change } = privacy();
    expect(change.changes.filter(({ axis }) => axis === "retention")).toEqual([]);
  });
});

interface Compared {
  readonly change: TermsChange;
  readonly before: Version;
  readonly after: Version;
}

function of(type: string, before: string, after: string): () => Compared {
  let compared: Compared | undefined;
  return () => {
    if (compared === undefined) {
      const [from, to] = [version(type, before), version(type, after)];
      compared = { change: changeOf({ service: "Claude.ai", type }, from, to), before: from, after: to };
    }
    return compared;
  };
}

function version(type: string, name: string): Version {
  const at = Date.parse(`${name.slice(0, 10)}T00:32:00Z`);
  return { id: name, at, text: readFileSync(join(FOLDER, type, `${name}.md`), "utf8"), isUpgrade: false };
}

function valuesAfter(
  change: TermsChange,
  axis: AxisChange["axis"],
): readonly Readonly<Record<string, unknown>>[] {
  return change.changes.flatMap((one) =>
    one.axis === axis && one.after !== undefined ? [one.after.values] : [],
  );
}
