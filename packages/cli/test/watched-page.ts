/**
 * A page of a real Chromium for each test of a suite, whose complaints fail the test: whatever it writes to
 * the console, every error, and every request that leaves the machine.
 */
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { findChromium } from "./find-chromium.ts";

const EXECUTABLE = await findChromium();
if (EXECUTABLE === undefined) {
  console.log("skipped: no Chromium found; set PROVISO_CHROMIUM to the path of one");
}
export const HAS_CHROMIUM: boolean = EXECUTABLE !== undefined;

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @param opened gets the page before each test: an empty one, 1280 by 900 */
export function watchedPage(opened: (page: Page) => void): void {
  let browser: Browser;
  let context: BrowserContext;
  let complaints: string[];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: EXECUTABLE ?? "", args: FLAGS });
  });
  afterAll(async () => {
    await browser?.close();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    complaints = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("request", (request) => {
      if (!/^(?:file|blob|about):/.test(request.url())) complaints.push(`request: ${request.url()}`);
    });
    opened(page);
  });
  afterEach(async () => {
    expect(complaints).toEqual([]);
    await context.close();
  });
}
