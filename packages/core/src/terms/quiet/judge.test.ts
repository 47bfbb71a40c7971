import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Version } from "../document.ts";
import { DAY } from "./figures.ts";
import { HOLD, judge, SETTLED } from "./judge.ts";
import type { Judged, RecordClass, Standing } from "./judged.ts";
import { settled } from "./settle.ts";
import { MAX_TEXTS, type QuietState } from "./state.ts";

const CASES = join(import.meta.dirname, "../../../../../conformance/terms/quiet");
const START = Date.UTC(2025, 0, 1);

interface Pairs {
  readonly language: string;
  readonly base: string;
  readonly cases: readonly {
    readonly name: string;
    readonly edit?: readonly [string, string];
    readonly text?: string;
    readonly language?: string;
    readonly isUpgrade?: boolean;
    readonly class: RecordClass;
    readonly standing: Standing;
    readonly reason?: string;
  }[];
}

interface Sequences {
  readonly texts: Readonly<Record<string, string>>;
  readonly sequences: readonly {
    readonly name: string;
    readonly steps: readonly {
      readonly text: string;
      readonly day: number;
      readonly class: RecordClass;
      readonly standing: Standing;
      readonly against: number | null;
    }[];
  }[];
}

function load<Shape>(file: string): Shape {
  return JSON.parse(readFileSync(join(CASES, file), "utf8")) as Shape;
}

function version(id: string, at: number, text: string, rest: Partial<Version> = {}): Version {
  return { id, at, text, isUpgrade: false, ...rest };
}

/** Judges in order; the state goes through JSON each time, as between two runs. */
function judgeAll(versions: readonly Version[]): { judged: Judged[]; state: QuietState | undefined } {
  let state: QuietState | undefined;
  const judged = versions.map((one) => {
    const result = judge(state, one);
    state = JSON.parse(JSON.stringify(result.state)) as QuietState;
    return result.judged;
  });
  return { judged, state };
}

describe("pairs", () => {
  const { base, cases, language } = load<Pairs>("pairs.json");
  it.each(cases)("$name: $class", (one) => {
    const text = one.text ?? base.replace(one.edit?.[0] ?? "", () => one.edit?.[1] ?? "");
    const after = version("after", START + DAY, text, {
      language: one.language ?? language,
      isUpgrade: one.isUpgrade ?? false,
    });
    const { judged } = judgeAll([version("before", START, base, { language }), after]);
    expect(judged[1]).toMatchObject({ class: one.class, standing: one.standing, against: "before" });
    expect(judged[1]?.reason).toContain(one.reason ?? "");
    expect(judged[1]?.reason).not.toBe("");
  });
});

describe("sequences", () => {
  const { texts, sequences } = load<Sequences>("sequences.json");
  it.each(sequences)("$name", ({ steps }) => {
    const versions = steps.map(({ text, day }, index) => {
      const plain = texts[text.replace("*", "")] ?? "";
      const shown = text.endsWith("*") ? plain.replace(/\bin\b|\berror\b/, "**$&**") : plain;
      return version(String(index), START + day * DAY, shown);
    });
    const { judged } = judgeAll(versions);
    expect(judged.map((one) => [one.class, one.standing, one.against])).toEqual(
      steps.map((one) => [one.class, one.standing, one.against === null ? undefined : String(one.against)]),
    );
    for (const { reason } of judged) expect(reason).toMatch(/[0-9]/);
  });

  it("tells one return in 60 days of 100 alternations over a year, and never more than the first change", () => {
    const { A = "", B = "" } = texts;
    const versions = Array.from({ length: 101 }, (_, index) =>
      version(String(index), START + index * 3.65 * DAY, index % 2 === 0 ? A : B),
    );
    const { judged, state } = judgeAll(versions);
    const told = judged.filter((one) => one.class === "return");
    expect(judged.filter((one) => one.class === "change")).toHaveLength(1);
    expect(told.length).toBeLessThanOrEqual(Math.ceil((365 * DAY) / HOLD));
    expect(told.length).toBeGreaterThan(1);
    for (const [index, one] of told.slice(1).entries())
      expect(one.at - (told[index]?.at ?? 0)).toBeGreaterThanOrEqual(HOLD);
    expect(judged.filter((one) => one.class === "flapping")).toHaveLength(99 - told.length);
    expect(state?.texts).toHaveLength(2);
  });
});

describe("settled", () => {
  const { texts } = load<Sequences>("sequences.json");
  const { A = "", B = "" } = texts;
  const versions = [A, B, A, B].map((text, day) => version(String(day), START + day * DAY, text));

  it("tells a return that was held once it has stood, against what was told last", () => {
    const { state } = judgeAll(versions);
    if (state === undefined) throw new Error("no state");
    expect(settled(state, START + 3 * DAY + SETTLED - 1)).toBeUndefined();
    const late = settled(state, START + 3 * DAY + SETTLED);
    expect(late?.judged).toMatchObject({ version: "3", class: "return", standing: "change", against: "2" });
    expect(late && settled(late.state, START + 99 * DAY)).toBeUndefined();
  });

  it("is silent if the text went back to what was told", () => {
    const { state } = judgeAll([...versions, version("4", START + 4 * DAY, A)]);
    expect(state && settled(state, START + 99 * DAY)).toBeUndefined();
  });

  it("tells a page that stays in another language, and goes on from there", () => {
    const { state } = judgeAll([
      version("0", START, A, { language: "en" }),
      version("1", START + DAY, B, { language: "de" }),
    ]);
    const late = state && settled(state, START + DAY + SETTLED);
    expect(late?.judged).toMatchObject({ version: "1", class: "change", against: "0" });
    const next = judge(late?.state, version("2", START + 30 * DAY, B, { language: "de" }));
    expect(next.judged.class).toBe("form-only");
  });
});

it("silences a token of a session in the text, and nothing beside it", () => {
  const text = (token: string, kept = "30 days"): string =>
    `# Terms\n\nWe keep what you write for ${kept}, and we tell you before we change it in any way at all, by mail.\n\nBuild ${token}`;
  const { judged } = judgeAll([
    version("0", START, text("5f2b9c1e-8d2a-4c55-9f10-2f4a6f1c7d11")),
    version("1", START + DAY, text("0a1b9c1e-8d2a-4c55-9f10-2f4a6f1c7d12")),
    version("2", START + 2 * DAY, text("9f86d081884c7d659a2feaa0c55ad015")),
    version("3", START + 3 * DAY, text("9f86d081884c7d659a2feaa0c55ad016", "60 days")),
  ]);
  expect(judged.map((one) => one.class)).toEqual(["first", "form-only", "form-only", "change"]);
});

it.each([
  ["links that do not end", "]("],
  ["tags that do not end", "<a "],
  ["addresses within addresses", "http://"],
  ["comments that do not end", "<!-- "],
  ["line ends", "\n"],
  ["signs behind spaces", " +"],
  ["one word to a line", "a\n"],
])("takes a megabyte of %s", (_name, piece) => {
  const text = piece.repeat(1_000_000 / piece.length);
  expect(judge(undefined, version("0", START, text)).judged.reason).not.toBe("");
});

describe("laws", () => {
  const { base } = load<Pairs>("pairs.json");
  const words = [...base.matchAll(/(?<=[ \n])[A-Za-z]{3,}(?=[ ,.;])/g)]
    .filter(({ index }) => index > base.indexOf("## 1.") && index < base.indexOf("Copyright"))
    .map(({ 0: word, index }) => ({ word, index }));

  it("never silences another word, wherever it stands in a clause", () => {
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.stringMatching(/^[a-z]{1,9}$/), ({ word, index }, other) => {
        fc.pre(other !== word.toLowerCase());
        const text = base.slice(0, index) + other + base.slice(index + word.length);
        const { judged } = judgeAll([version("0", START, base), version("1", START + DAY, text)]);
        expect(judged[1]?.standing).toBe("change");
      }),
      { numRuns: 300 },
    );
  });

  it("never silences another number", () => {
    const numbers = [...base.matchAll(/[0-9]+/g)].filter(({ index }) => index < base.indexOf("https"));
    fc.assert(
      fc.property(fc.constantFrom(...numbers), fc.integer({ min: 0, max: 99_999 }), (found, other) => {
        fc.pre(found[0] !== String(other));
        const text = base.slice(0, found.index) + other + base.slice(found.index + found[0].length);
        const { judged } = judgeAll([version("0", START, base), version("1", START + DAY, text)]);
        expect(judged[1]?.standing).toBe("change");
      }),
      { numRuns: 200 },
    );
  });

  it("takes any text, keeps the memory bounded, and gives a reason", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 300 }), { maxLength: 12 }), (texts) => {
        const { judged } = judgeAll(texts.map((text, day) => version(String(day), START + day * DAY, text)));
        for (const one of judged) expect(one.reason.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
    const many = Array.from({ length: MAX_TEXTS + 40 }, (_, index) =>
      version(String(index), START + index * DAY, `${base}\n\nClause ${index} binds.`),
    );
    expect(judgeAll(many).state?.texts).toHaveLength(MAX_TEXTS);
  });
});
