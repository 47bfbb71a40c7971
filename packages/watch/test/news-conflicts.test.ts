/**
 * What press articles said of a change of terms, held against the archived texts, if those lie beside the
 * checkout. The texts are not part of the project.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ArchivedDocument, claimsOf, type Version, verdictOf } from "@proviso/core/terms";
import { describe, expect, it } from "vitest";

const TEXTS = join(import.meta.dirname, "../../../../shared/data/terms/versions/claude-ai");
const FILE = join(import.meta.dirname, "../../../conformance/terms/news/press-of-autumn-2025.json");

interface Press {
  readonly documents: readonly string[];
  readonly names: readonly string[];
  readonly others: readonly string[];
  readonly cases: readonly {
    readonly conflict: string;
    readonly at: string;
    readonly says: string;
    readonly subject: string | null;
    readonly verdict: string | null;
    /** What the claim must have been read as. */
    readonly values?: Readonly<Record<string, string>>;
    readonly isDisputed?: boolean;
    readonly atOtherTimes?: readonly string[];
  }[];
}

const press = JSON.parse(readFileSync(FILE, "utf8")) as Press;

function archived(): readonly ArchivedDocument[] {
  return press.documents.map((type) => ({
    document: { service: "Claude.ai", type },
    versions: readdirSync(join(TEXTS, type))
      .sort()
      .map((name): Version => {
        const [date = "", time = ""] = name.slice(0, 19).split("T");
        const at = Date.parse(`${date}T${time.replaceAll("-", ":")}Z`);
        return { id: name, at, text: readFileSync(join(TEXTS, type, name), "utf8"), isUpgrade: false };
      }),
  }));
}

describe.skipIf(!existsSync(TEXTS))("claims of the press against the archived texts", () => {
  const documents = existsSync(TEXTS) ? archived() : [];
  const at = [...new Set(press.cases.map((one) => one.at))];
  const verdicts = new Map(
    at.map((day) => {
      const article = press.cases
        .filter((one) => one.at === day)
        .map(({ says }) => says)
        .join("\n\n");
      return [
        day,
        documents.length === 0
          ? undefined
          : verdictOf(claimsOf(article, press), documents, { at: Date.parse(day) }),
      ];
    }),
  );

  it.each(press.cases)("$conflict: $says ($at)", (one) => {
    const claims = (verdicts.get(one.at)?.claims ?? []).filter(({ claim }) => claim.quote === one.says);
    if (one.subject === null) return expect(claims).toEqual([]);
    const found = claims.find(({ claim }) => claim.subject === one.subject);
    expect(found?.verdict).toBe(one.verdict);
    if (one.values !== undefined) expect(found?.claim.values).toMatchObject(one.values);
    expect((found?.against.length ?? 0) > 0).toBe(one.isDisputed ?? false);
    const others = found?.atOtherTimes.map(({ verdict }) => verdict) ?? [];
    for (const other of one.atOtherTimes ?? []) expect(others).toContain(other);
    for (const { document, version, start, end, quote } of found?.evidence ?? []) {
      const { versions } = documents.find((two) => two.document === document) ?? { versions: [] };
      expect(versions.find(({ id }) => id === version)?.text.slice(start, end)).toBe(quote);
    }
  });

  it("is about terms that changed", () => {
    for (const verdict of verdicts.values()) expect(verdict?.whole).toBe("changed");
  });
});
