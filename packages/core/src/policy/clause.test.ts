import { describe, expect, test } from "vitest";
import { clauseAt, clausesOf, normaliseClause } from "./clause.ts";

describe("normaliseClause", () => {
  const cases: readonly (readonly [why: string, markdown: string, text: string])[] = [
    ["links keep their words", "see [our page](https://a.example/x_(y)) now", "see our page now"],
    ["emphasis goes", "we **never** do _that_ or ***this***", "we never do that or this"],
    ["underscores inside words stay", "the field training_setting stays", "the field training_setting stays"],
    ["spaces collapse, also the hard ones", "a\u00a0 b\n\n  c", "a b c"],
    ["compatibility forms become plain", "ﬁrst №1", "first No1"],
    ["invisible joiners go", "page\u2060\u200b(opens)", "page(opens)"],
    ["list markers and escapes go", "*   1\\. One\n*   2\\. Two", "1. One 2. Two"],
    ["rules and underlines go", "Title\n=====\n\n- - -\n\ntext", "Title text"],
    ["capitals stay", "WE WILL NOT", "WE WILL NOT"],
    ["an escaped asterisk is an asterisk of no account", "a\\*b \\_c\\_", "ab c"],
    ["line ends of any kind", "a\r\nb\rc", "a b c"],
    ["images go", "a ![logo](x.png) b", "a b"],
  ];
  test.each(cases)("%s", (_, markdown, text) => {
    expect(normaliseClause(markdown)).toBe(text);
  });

  test("is idempotent on what it returns", () => {
    for (const [, markdown] of cases) {
      const once = normaliseClause(markdown);
      expect(normaliseClause(once)).toBe(once);
    }
  });
});

const TERMS = `Terms
=====

4\\. Your data
-------------

Opening.

**Feedback.** We read it.

**How we use it.** We train, unless you say no.

It goes on here.

### 4.1 [Exports](#x)

4.2 Numbered text.

4.3 More numbered text.

5\\. End
-------

Bye.

**This whole long sentence is in bold because the publisher wanted it to be seen and understood by everybody.**
`;

describe("clauseAt", () => {
  test("lists every kind of heading with its place", () => {
    expect(clausesOf(TERMS).map((clause) => clause.path.join(" > "))).toEqual([
      "Terms",
      "Terms > 4. Your data",
      "Terms > 4. Your data > Feedback",
      "Terms > 4. Your data > How we use it",
      "Terms > 4. Your data > 4.1 Exports",
      "Terms > 4. Your data > 4.1 Exports > 4.2",
      "Terms > 4. Your data > 4.1 Exports > 4.3",
      "Terms > 5. End",
    ]);
  });

  test.each([
    ["How we use it", "How we use it. We train, unless you say no. It goes on here."],
    ["4. Your data > Feedback", "Feedback. We read it."],
    ["Terms > 4.3", "4.3 More numbered text."],
    [
      "5. End",
      "5. End Bye. This whole long sentence is in bold because the publisher wanted it to be seen and understood by everybody.",
    ],
  ])("%s", (path, text) => {
    expect(clauseAt(TERMS, path)).toBe(text);
  });

  test("a heading inside a list loses the list's marker and keeps its own number", () => {
    const listed = "1.  1\\. First\n    --------\n\n    text\n";
    expect(clauseAt(listed, "1. First")).toBe("1. 1. First text");
  });

  test("the same text twice is one clause, different texts need an outer heading", () => {
    const twice = "# A\n\n## S\n\none\n\n# B\n\n## S\n\none\n";
    expect(clauseAt(twice, "S")).toBe("S one");
    const differ = twice.replace(/one\n$/, "two\n");
    expect(() => clauseAt(differ, "S")).toThrowError(expect.objectContaining({ code: "USAGE" }));
    expect(clauseAt(differ, "B > S")).toBe("S two");
  });

  test("a section that is not there is an error", () => {
    expect(() => clauseAt(TERMS, "6. Nowhere")).toThrowError(expect.objectContaining({ code: "NOT_FOUND" }));
  });

  test("a change of words changes the clause, a change of markup does not", () => {
    const marked = TERMS.replace("We train", "We [train](https://a.example)").replace("say no", "**say** no");
    expect(clauseAt(marked, "How we use it")).toBe(clauseAt(TERMS, "How we use it"));
    const changed = TERMS.replace("unless you say no", "unless you said no");
    expect(clauseAt(changed, "How we use it")).not.toBe(clauseAt(TERMS, "How we use it"));
  });
});
