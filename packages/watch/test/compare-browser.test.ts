/** The pages on a narrow screen, in the dark, and to a screen reader. */
import { rmSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChromium } from "../../cli/test/find-chromium.ts";
import { compareAxis } from "../src/compare/compare-axis.ts";
import { compareHtml } from "../src/compare/print-compare.ts";
import { timelineHtml } from "../src/timeline/print-timeline.ts";
import { timelineOf } from "../src/timeline/timeline-of.ts";
import { toldArchive } from "./told-archive.ts";

const EXECUTABLE = await findChromium();
if (EXECUTABLE === undefined)
  console.log("skipped: no Chromium found; set PROVISO_CHROMIUM to the path of one");

const START = Date.UTC(2026, 0, 1);
const DAY = 86_400_000;
const LONG = "x".repeat(300);

const clause = (days: number): string =>
  `# Terms\n\nWe keep your conversations for ${days} days after you delete them, see https://example.com/${LONG}.\n\nYou keep all rights to what you write, and you may close your account at any time.\n`;

async function pages(): Promise<readonly (readonly [name: string, html: string])[]> {
  const document = { service: "Example", type: "Terms of Service" };
  const archive = await toldArchive([
    { document, at: START, text: clause(30) },
    { document, at: START + DAY, text: clause(90) },
    { document, at: START + 2 * DAY, outcome: "failed", signal: "timeout" },
  ]);
  const until = START + 3 * DAY;
  const compared = compareHtml(await compareAxis(archive, "retention", { at: until }));
  const timeline = timelineHtml(await timelineOf(archive, "Example", until));
  await archive.close();
  rmSync(archive.folder, { recursive: true, force: true });
  return [
    ["compare", compared],
    ["timeline", timeline],
  ];
}

describe.skipIf(EXECUTABLE === undefined)("with a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: EXECUTABLE ?? "", args: ["--no-sandbox"] });
  });
  afterAll(() => browser?.close());

  it.each(["light", "dark"] as const)("fit 390 pixels, in the %s", async (colorScheme) => {
    for (const [name, html] of await pages()) {
      const page = await browser.newPage({ viewport: { width: 390, height: 800 }, colorScheme });
      const faults: string[] = [];
      page.on("console", (message) => faults.push(message.text()));
      await page.setContent(html);
      const seen = await page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        back: getComputedStyle(document.body).backgroundColor,
        text: getComputedStyle(document.body).color,
      }));
      expect({ name, width: seen.width, faults }).toEqual({ name, width: 390, faults: [] });
      const isDark = /rgb\((\d+)/.exec(seen.back)?.[1] === "20";
      expect(isDark).toBe(colorScheme === "dark");
      expect(seen.text).not.toBe(seen.back);
      expect(await page.getByRole("table").count()).toBe(1);
      expect(await page.getByRole("row").count()).toBeGreaterThan(2);
      expect(await page.getByRole("rowheader").first().isVisible()).toBe(true);
      await page.close();
    }
  });

  it("give each column room on a wide screen", async () => {
    for (const [, html] of await pages()) {
      const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
      await page.setContent(html);
      const widths = await page
        .locator("thead th")
        .evaluateAll((heads) => heads.map((head) => head.getBoundingClientRect().width));
      expect(Math.min(...widths)).toBeGreaterThan(90);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1200);
      await page.close();
    }
  });
});
