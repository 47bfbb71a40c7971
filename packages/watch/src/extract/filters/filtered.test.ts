import fc from "fast-check";
import { expect, it } from "vitest";
import type { Filter } from "../rules.ts";
import { filtered } from "./filtered.ts";

const after = (markdown: string, ...filters: Filter[]): string => filtered(markdown, filters).markdown;

const ID = "0f8fad5b-d9cb-469f-a165-70867728950e";
const LINK = `[a](https://x.example/redirect/website.v1.${ID}/p?utm_source=m&page=2&v=${ID}#top)`;

it("cleans links and leaves the rest", () => {
  expect(after(LINK, { name: "removeTrackingIds" })).toBe(
    "[a](https://x.example/redirect/website.v1.id/p?page=2#top)",
  );
  expect(after(LINK, { name: "removeQueryParams" }, { name: "removeFragments" })).toBe(
    `[a](https://x.example/redirect/website.v1.${ID}/p)`,
  );
  expect(after("[a](https://x.example/?a=1&b=2) ?a=1", { name: "removeQueryParams", params: ["a"] })).toBe(
    "[a](https://x.example/?b=2) ?a=1",
  );
});

it("makes two visits equal that differ in fresh identifiers only", () => {
  const id = fc.uuid();
  fc.assert(
    fc.property(id, id, (one, other) => {
      const text = (fresh: string): string => `See [x](https://x.example/v1.${fresh}/a?request_id=${fresh}).`;
      expect(after(text(one), { name: "removeTrackingIds" })).toBe(
        after(text(other), { name: "removeTrackingIds" }),
      );
    }),
  );
});

it("drops lines by what they say, whatever their markup", () => {
  const text = "# Terms\n\n- Print this page\n\nText of 3 views\n\n**Share**\n\nLast";
  expect(
    after(text, { name: "dropLines", equal: ["Share"], startsWith: ["Print"], contains: ["3 views"] }),
  ).toBe("# Terms\n\nLast");
});

it("cuts at headings, whatever their number and case", () => {
  const text = "# A\n\na\n\n## 2.1 Your *Data*\n\nb\n\n### C\n\nc\n\n## D\n\nd";
  expect(after(text, { name: "keepSection", heading: "your data" })).toBe(
    "## 2.1 Your *Data*\n\nb\n\n### C\n\nc",
  );
  expect(after(text, { name: "startAtHeading", heading: "D" })).toBe("## D\n\nd");
  expect(after(text, { name: "endAtHeading", heading: "2.1 Your Data" })).toBe("# A\n\na");
});

it("leaves nothing, and says why, when a heading is not there", () => {
  expect(filtered("# A\n\ntext", [{ name: "keepSection", heading: "B" }])).toEqual({
    markdown: "",
    signals: [{ signal: "selector-matches-nothing", reason: "keepSection: no heading `B` on the page" }],
  });
});
