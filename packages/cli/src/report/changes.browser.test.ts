/**
 * The page "What changes" in a real browser; skipped, and said so, where no Chromium can be had.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HAS_CHROMIUM, watchedPage } from "../../test/watched-page.ts";
import type { ReportModel, ReportWhatIf } from "./model.ts";
import { sampleModel, sampleRows } from "./sample-rows.ts";
import { writeReport } from "./write-report.ts";

const HOSTILE = "</script><img src=x onerror='window.broken = true'>";
const folder = mkdtempSync(join(tmpdir(), "proviso-changes-"));
const rows = [...sampleRows(60)];
type Flow = ReportWhatIf["purposes"][number]["flows"][number];

function flow(
  before: Flow["before"],
  after: Flow["after"],
  chats: readonly string[],
  more: Partial<Flow> = {},
): Flow {
  const said = (says: string) => ({ says, conversations: chats.length });
  return {
    before,
    after,
    conversations: chats.length,
    accounts: 3,
    about: false,
    items: 2 * chats.length,
    reasons: [{ before: "NO_CONSENT", after: "DEFAULT_ON", conversations: chats.length }],
    segments: [
      { name: "plan", values: [said("pro"), said(HOSTILE)] },
      { name: "region", values: [said("EEA")] },
    ],
    first: Date.UTC(2026, 1, 1),
    last: Date.UTC(2026, 2, 1),
    undated: 0,
    actions: [said("Delete the chat")],
    advice: [],
    questions: [said("Is the setting on?")],
    list: before === after ? [] : chats.map((id) => [id, Date.UTC(2026, 1, 1)]),
    ...more,
  };
}

const ids = rows.map(({ id }) => id);
const WHAT_IF: ReportWhatIf = {
  before: "example/terms@1",
  after: `example/terms@2 ${HOSTILE}`,
  due: ["example/terms@2"],
  compared: 60,
  changed: 36,
  left: [{ says: "had not begun", conversations: 4 }],
  purposes: [
    {
      purpose: "train-general",
      changed: 36,
      otherwise: 5,
      flows: [
        flow("used", "used", ids.slice(0, 4)),
        flow("not", "used", ids.slice(4, 34)),
        flow("not", "unknown", ids.slice(34, 39)),
        flow("used", "not", ids.slice(39, 40), { first: null, last: null, undated: 1, actions: [] }),
        flow("not", "not", ids.slice(40)),
      ],
    },
    { purpose: "train-safety", changed: 0, otherwise: 0, flows: [flow("not", "not", ids)] },
  ],
  keeps: [
    { copy: "back-end", changes: [{ says: "to be gone later", conversations: 7 }], moved: "by 60 days more" },
  ],
};

describe.skipIf(!HAS_CHROMIUM)("what changes, in a browser", () => {
  let page: Page;
  watchedPage((opened) => {
    page = opened;
  });
  let address = "";
  let plain = "";

  async function report(name: string, model: ReportModel): Promise<string> {
    const parts: string[] = [];
    await writeReport(model, (chunk) => {
      parts.push(chunk);
    });
    const path = join(folder, name);
    writeFileSync(path, parts.join(""));
    return pathToFileURL(path).href;
  }

  beforeAll(async () => {
    address = await report("changes.html", { ...sampleModel(rows, rows.length), whatIf: WHAT_IF });
    plain = await report("plain.html", sampleModel(rows, rows.length));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const open = async (hash = "") => {
    await page.goto("about:blank");
    await page.goto(`${address}${hash}`);
    await page.waitForSelector("main h1");
    if (!hash.startsWith("#/chat")) await page.waitForSelector(".band");
  };
  const text = async (selector: string) => (await page.locator(selector).first().textContent()) ?? "";
  const isWide = () =>
    page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

  test("opens with what changes, and says it in numbers", async () => {
    await open();
    expect(new URL(page.url()).hash).toBe("#/changes");
    expect(await text("h1")).toBe(
      "30 of 60 conversations can newly be used to train models; it changes for 6 others.",
    );
    const table = page.getByRole("region", { name: "Where conversations go, table" }).getByRole("row");
    expect((await table.allInnerTexts()).map((row) => row.replace(/ \n/g, " "))).toEqual([
      "From, to\tConversations\tShare\tItems",
      "Can be used as before\t4\t7 %\t8",
      "Not used → Can be used\t30\t50 %\t60",
      "Not used → Cannot tell\t5\t8 %\t10",
      "Can be used → Not used\t1\t2 %\t2",
      "Not used as before\t20\t33 %\t40",
    ]);
    expect(await page.evaluate(() => "broken" in window || document.querySelector("img") !== null)).toBe(
      false,
    );
  });

  test("draws one band per flow, as thick as it has conversations, that ends where its node does", async () => {
    await open();
    const heights = await page
      .locator(".flows > rect")
      .evaluateAll((all) => all.map((one) => one.getAttribute("height")));
    const sum = heights.reduce((total, height) => total + Number(height), 0);
    // Two columns of 220, and bands that are never thinner than 2.
    expect(sum).toBeGreaterThanOrEqual(2 * 220);
    expect(sum).toBeLessThan(2 * 220 + 10);
    const thick = await page.locator(".band path").evaluateAll((all) =>
      all.map((one) => {
        const [, first, last] = /^M\S+ (\S+) .* (\S+) Z$/.exec(one.getAttribute("d") ?? "") ?? [];
        return Math.round(Number(last) - Number(first));
      }),
    );
    expect(thick).toEqual([15, 4, 110, 18, 73]);
  });

  test("every flow leads to what is told of it, also by keyboard, and on to a conversation", async () => {
    await open();
    expect(await text("#flow")).toBe("Not used → Can be used");
    await page.locator('.band[aria-label^="Not used → Cannot tell"]').focus();
    expect(await text(".tooltip")).toContain("Not used → Cannot tell");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash.includes("flow=not-unknown"));
    // The page is drawn, and the focus moved, after the address has changed.
    await page.waitForFunction(() => document.activeElement?.textContent === "Not used → Cannot tell");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("flow");
    expect(await text(".flow-details")).toContain("Is the setting on?");
    expect(await page.locator(".flow-details .candidates a").count()).toBe(5);
    await page.locator(".flow-details .candidates a").first().click();
    await page.waitForSelector(".chat h1");
    expect(await text("h1")).toBe(rows[34]?.title);
    await open("#/changes?flow=used-not");
    await page.waitForFunction(
      () => document.querySelector("#flow")?.textContent?.startsWith("Can be used") === true,
    );
    expect(await text(".flow-details")).toContain("On no date that is known.");
  });

  test("another purpose has its own flows, and no change is said to be none", async () => {
    await open();
    await page.getByLabel("May they be used for").selectOption("train-safety");
    await page.waitForFunction(() => location.hash.includes("purpose=train-safety"));
    await page.waitForFunction(
      () => document.querySelector("h1")?.textContent?.startsWith("Nothing") === true,
    );
    expect(await text("h1")).toMatch(/^Nothing changes for 60 conversations/);
  });

  test("a report that compares nothing does not speak of it", async () => {
    await page.goto(plain);
    await page.waitForSelector("main h1");
    expect(await page.locator("nav a").allInnerTexts()).toEqual(["Summary", "Conversations", "About"]);
  });

  test("fits a telephone, and a reader without scripts sees the numbers", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open();
    expect(await isWide()).toBe(false);
    const cut = await page
      .locator("nav a")
      .evaluateAll((all) => all.some((one) => one.getClientRects().length > 1));
    expect(cut).toBe(false);
    const html = readFileSync(new URL(address), "utf8");
    expect(html.slice(html.indexOf("<noscript>"))).toContain(
      "<td>Not used</td><td>Can be used</td><td>30</td>",
    );
  });

  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  test.each(["light", "dark"] as const)(
    "axe finds nothing to complain of in the %s scheme",
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      for (const hash of ["#/changes", "#/changes?flow=not-not"]) {
        await open(hash);
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
});
