/**
 * The report in a real browser, from a file, as a person opens it.
 *
 * Where no Chromium can be had (see watched-page.ts) the tests are skipped and say so.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HAS_CHROMIUM, watchedPage } from "../../test/watched-page.ts";
import type { ReportModel, ReportRow } from "./model.ts";
import { sampleModel, sampleRows } from "./sample-rows.ts";
import { writeReport } from "./write-report.ts";

const HOSTILE = [
  "</script><script>window.broken = true</script>",
  "<!-- <script>",
  "<img src=x onerror='window.broken = true'>",
  "line\u2028sep\u2029arators",
  "\u202egnp.exe",
  "x".repeat(10_000),
  "👩‍👩‍👧‍👦".repeat(300),
  "שלום עולם",
  "=HYPERLINK(1)",
];
const folder = mkdtempSync(join(tmpdir(), "proviso-report-"));

async function report(name: string, model: ReportModel): Promise<string> {
  const parts: string[] = [];
  await writeReport(model, (chunk) => {
    parts.push(chunk);
  });
  const path = join(folder, name);
  writeFileSync(path, parts.join(""));
  return pathToFileURL(path).href;
}

describe.skipIf(!HAS_CHROMIUM)("the report in a browser", () => {
  const rows = [...sampleRows(150)];
  const hostileRows = rows.slice(0, HOSTILE.length).map((row, index): ReportRow => {
    const title = HOSTILE[index];
    return { ...row, title, id: `${index}/${title?.slice(0, 60)}` };
  });
  let page: Page;
  watchedPage((opened) => {
    page = opened;
  });
  let ordinary = "";
  let hostile = "";

  beforeAll(async () => {
    ordinary = await report("ordinary.html", sampleModel(rows, rows.length));
    hostile = await report("hostile.html", sampleModel(hostileRows, hostileRows.length));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const open = async (address: string) => {
    // From elsewhere: a mere change of the hash would not load the file again.
    await page.goto("about:blank");
    await page.goto(address);
    await page.waitForSelector("main h1");
  };
  const text = async (selector: string) => (await page.locator(selector).textContent()) ?? "";
  const shown = () => text(".status");

  test("counts by type what redaction takes out", async () => {
    await page.goto(ordinary);
    const rows_ = page.getByRole("region", { name: "Values found by type, table" }).getByRole("row");
    expect(await rows_.allInnerTexts()).toEqual([
      "What\tValues\tChats",
      "An e-mail address EMAIL\t12\t2",
      "A payment card number CARD\t1\t1",
    ]);
    expect(await page.getByText("Someone's health").count()).toBe(1);
  });

  test("the summary leads to the conversations it counts", async () => {
    await open(ordinary);
    const used = rows.filter(({ decision }) => decision.uses[0]?.use === "permit").length;
    expect(await text("h1")).toContain(`${used} of 150 conversations`);
    await page.locator(".tile.used .tile-main").click();
    expect(await shown()).toBe(`${used} of 150 conversations`);
    expect(new URL(page.url()).hash).toContain("answer=used");
  });

  test("filters, sorting and purpose live in the address", async () => {
    await open(`${ordinary}#/chats`);
    await page.locator("input[type=search]").fill("query slow");
    await page.waitForFunction(() => location.hash.includes("q=query"));
    const found = await shown();
    await page.getByRole("button", { name: "Items" }).click();
    await page.getByLabel("May they be used for").selectOption("train-safety");
    await page.waitForFunction(() => location.hash.includes("purpose=train-safety"));
    expect(new URL(page.url()).hash).toContain("sort=-items");
    await page.reload();
    expect(await page.locator("input[type=search]").inputValue()).toBe("query slow");
    expect(await shown()).toBe(found);
    expect(await text("[aria-sort=descending]")).toContain("Items");
  });

  test("a conversation has an address of its own and says why", async () => {
    const row = rows.find(({ decision }) => decision.uses[0]?.rule === "dormant");
    await open(`${ordinary}#/chat/${row?.id}`);
    expect(await text("h1")).toBe(row?.title);
    const said = await text("main");
    for (const word of [
      "Interpretation",
      "Another reading",
      "dormant",
      "decides",
      "Consumer Terms",
      "Retention",
    ]) {
      expect(said).toContain(word);
    }
    await page.getByRole("link", { name: "Review by people" }).click();
    await page.waitForFunction(() => location.hash.includes("purpose=human-review"));
    expect(await text("h1")).toBe(row?.title);
    await page.goBack();
    await page.waitForFunction(() => !location.hash.includes("purpose"));
  });

  test("an address of nothing says so", async () => {
    await open(`${ordinary}#/chat/none`);
    expect(await text("h1")).toBe("No such conversation");
  });

  test("the bars are reached and read by keyboard", async () => {
    await open(ordinary);
    await page.locator(".bar[tabindex='0']").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    const label = (await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))) ?? "";
    expect(label).toMatch(/^2023-05: \d+ conversations?/);
    expect(await text(".tooltip")).toContain(label.split(",")[0]);
    await page.keyboard.press("Escape");
    expect(await page.locator(".tooltip").isVisible()).toBe(false);
    await page.keyboard.press("Enter");
    await page.waitForSelector(".status");
    expect(`${label} `).toContain(`: ${(await shown()).split(" ")[0]} `);
  });

  test("the rows shown are saved as CSV", async () => {
    await open(`${ordinary}#/chats?answer=unknown`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download these as CSV" }).click(),
    ]);
    const csv = readFileSync(await download.path(), "utf8")
      .trimEnd()
      .split("\r\n");
    expect(csv.length - 1).toBe(Number((await shown()).split(" ")[0]));
    expect(csv[0]).toContain("id,title,train-general");
  });

  test("hostile titles stay titles", async () => {
    for (const hash of [
      "#/",
      "#/chats",
      "#/about",
      ...hostileRows.map(({ id }) => `#/chat/${encodeURIComponent(id)}`),
    ]) {
      await open(`${hostile}${hash}`);
      expect(await page.evaluate(() => "broken" in window || document.querySelector("img") !== null)).toBe(
        false,
      );
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect([hash.slice(0, 20), wide]).toEqual([hash.slice(0, 20), false]);
    }
    expect(await text("h1")).toBe("=HYPERLINK(1)");
  });

  test("no page is wider than a telephone", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const hash of ["#/", "#/chats", "#/about", `#/chat/${rows[0]?.id}`]) {
      await open(`${ordinary}${hash}`);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect([hash, wide]).toEqual([hash, false]);
    }
  });

  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  test.each(["light", "dark"] as const)(
    "axe finds nothing to complain of in the %s scheme",
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      const conversations = ["opted-in", "choice-not-known", "flagged"].map(
        (rule) => `#/chat/${rows.find(({ decision }) => decision.uses[0]?.rule === rule)?.id}`,
      );
      for (const hash of ["#/", "#/chats", "#/about", ...conversations]) {
        await open(`${ordinary}${hash}`);
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          const { violations } = await (
            window as unknown as {
              axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
            }
          ).axe.run();
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
        });
        expect([hash, ...found]).toEqual([hash]);
      }
    },
  );

  test("twenty thousand rows scroll with few elements", async () => {
    const many = await report("many.html", sampleModel(sampleRows(20_000, false), 20_000));
    await open(`${many}#/chats`);
    const list = page.locator(".v-list");
    await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await page.waitForSelector('[aria-rowindex="20001"]');
    expect(await page.locator(".v-body .v-row").count()).toBeLessThan(60);
  });
});
