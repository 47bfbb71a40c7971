import { expect, it } from "vitest";
import { ReadingThread } from "../src/extract/apart/thread.ts";
import { extract } from "../src/extract/extract.ts";
import type { Extracted } from "../src/extract/extracted.ts";
import { measure } from "../src/extract/html/measure.ts";
import { isBlind } from "../src/health/signals.ts";

const CLAUSE =
  "<p>You agree to these terms, and we limit our liability and process personal data with your consent.</p>";

function look(html: string, thread?: ReadingThread): Promise<Extracted> {
  return extract(
    { bytes: new TextEncoder().encode(html), mediaType: "text/html", url: "https://example.com/" },
    thread,
  );
}

it.each([
  ["html-too-deep", () => "<div>".repeat(100_000)],
  ["html-too-deep", () => "<div>".repeat(1_000) + CLAUSE],
  ["too-many-nodes", () => "<i>a</i>".repeat(1_000_000).slice(0, 9_000_000)],
  ["too-large", () => "hello terms ".repeat(4_200_000)],
  ["empty-shell", () => "<!--".repeat(500_000)],
  ["empty-shell", () => "<script>".repeat(500_000)],
  ["empty-shell", () => `<main><p>${"[".repeat(500_000)}${"](".repeat(200_000)}</p></main>`],
] as const)("ends with %s on a page made to hang or to break", async (signal, make) => {
  const found = await look(`<html><body>${make()}</body></html>`);
  expect(found.markdown.trim().length).toBeLessThan(2_000_000);
  expect(found.signals.map((one) => one.signal)).toContain(signal);
  expect(isBlind(found.signals)).toBe(true);
});

it("still reads a long page, without the slow extractors", async () => {
  const found = await look(`<html><body><main>${CLAUSE.repeat(16_000)}</main></body></html>`);
  expect(found.chosen).toBe("main");
  expect(found.votes).toHaveLength(1);
  expect(found.signals).toEqual([]);
});

it("gives up a page that takes too long, and reads the next one", async () => {
  const hasty = new ReadingThread(1);
  const late = await look(CLAUSE.repeat(5_000), hasty);
  expect(late.signals).toEqual([{ signal: "timeout", reason: "not read within 1 ms" }]);
  expect((await look(CLAUSE, hasty)).signals[0]?.signal).toBe("timeout");
  await hasty.close();
  expect((await look(`<html><body><main>${CLAUSE.repeat(5)}</main></body></html>`)).signals).toEqual([]);
});

it("does not count end tags that may be left out, comments and scripts as depth", () => {
  const tags = `${"<p>a".repeat(500)}<ul>${"<li>a".repeat(500)}</ul><script>${"<div>".repeat(500)}</script><!--${"<b>".repeat(500)}-->${"<br>".repeat(500)}`;
  expect(measure(tags, 1e6, 1e6).depth).toBeLessThan(5);
  expect(measure("<div><p>".repeat(300), 1e6, 1e6).depth).toBe(600);
});
