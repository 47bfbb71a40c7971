/**
 * verify.html in a real browser, from a file, as a stranger opens it.
 *
 * Where no Chromium can be had (see watched-page.ts) the tests are skipped and say so.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { printVerifierKey } from "@proviso/core/ledger";
import type { GivenFile } from "@proviso/core/verify";
import type { Page } from "playwright-core";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type Sample, sampleOf } from "../../../core/test/verify-sample.ts";
import { HAS_CHROMIUM, watchedPage } from "../../test/watched-page.ts";

const PAGE = new URL("../../page/verify.html", import.meta.url).href;
/** Where screenshots go, for people to look at. */
const SHOTS = process.env["PROVISO_SHOTS"];

describe.skipIf(!HAS_CHROMIUM)("the page in a browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "proviso-verify-"));
  const one = sampleOf(1);
  const keys = keysOf(one);
  let page: Page;
  watchedPage((opened) => {
    page = opened;
  });
  beforeEach(async () => {
    await page.goto(PAGE);
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  const status = () => page.locator("#status");
  const give = (files: readonly GivenFile[]) => page.locator("#files").setInputFiles(files.map(payloadOf));

  /** As a person does who drags files in from elsewhere. */
  async function drop(files: readonly GivenFile[]): Promise<void> {
    const transfer = await page.evaluateHandle(
      (all) => {
        const data = new DataTransfer();
        for (const { name, text } of all) data.items.add(new File([text], name));
        return data;
      },
      files.map(({ name, content }) => ({ name, text: new TextDecoder().decode(content) })),
    );
    await page.dispatchEvent("#drop", "drop", { dataTransfer: transfer });
  }

  test("a good proof that is dropped is verified", async () => {
    await page.locator("#keys").fill(keys);
    await page.getByText("About a certain conversation").click();
    await page.locator("#conversation").fill("c-9");
    await drop(one.files.exclusion);
    await expect.poll(() => status().textContent()).toBe("Verified: 3 artefacts.");
    const text = await page.locator("#lists").innerText();
    expect(text).toContain("the token is not in the set");
    expect(text).toContain("not checked: that the witnesses are honest");
    await page.locator("#conversation").fill("c-1");
    await expect.poll(() => status().textContent()).toBe("2 of 3 artefacts verified.");
    expect(await page.locator(".list.failed").innerText()).toContain("the token is not the conversation's");
  });

  test("one with a bit changed is not, and says what failed", async () => {
    await page.locator("#keys").fill(keys);
    const [manifest, shard, evidence] = one.files.manifest as [GivenFile, GivenFile, GivenFile];
    const content = Uint8Array.from(shard.content ?? []);
    content[3] = (content[3] as number) ^ 1;
    await give([manifest, { ...shard, content }, evidence]);
    await expect.poll(() => status().textContent()).toBe("1 of 2 artefacts verified.");
    expect(await page.locator(".list.failed li").first().innerText()).toContain(
      "files, failed: changed after",
    );
    // The right file in its place mends it.
    await give([shard]);
    await expect.poll(() => status().textContent()).toBe("Verified: 2 artefacts.");
  });

  test("a wrong key, no key and what is no key are told apart", async () => {
    await give(one.files.checkpoint);
    await expect.poll(() => status().textContent()).toBe("0 of 1 artefact verified.");
    expect(await page.locator(".list").innerText()).toContain("not signed by a key that you named");
    await page.locator("#keys").fill(keysOf(sampleOf(2)));
    await expect.poll(() => page.locator(".list .verdict").textContent()).toBe("Not verified");
    await page.locator("#keys").fill("no key");
    await expect
      .poll(() => status().textContent())
      .toBe("Nothing was verified: `no key` is no verifier key.");
    expect(await page.locator(".list").count()).toBe(0);
    await page.locator("#keys").fill(keys);
    await expect.poll(() => status().textContent()).toBe("Verified: 1 artefact.");
    await page.getByRole("button", { name: "Start again" }).press("Enter");
    expect(await status().textContent()).toBe("No files yet.");
  });

  test("a folder is an export, of which nothing may be missing", async () => {
    const set = join(folder, "training");
    for (const { name, content } of one.files.manifest.filter(({ name: file }) => file !== "train.jsonl")) {
      const path = join(set, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content ?? "");
    }
    await page.locator("#keys").fill(keys);
    await page.locator("#folder").setInputFiles(set);
    await expect.poll(() => page.locator(".list.failed").allInnerTexts()).toHaveLength(1);
    expect(await page.locator(".list.failed").innerText()).toContain("missing: 1 of 1 files");
  });

  test("hostile names and contents stay text", async () => {
    const name = "<img src=x onerror='window.broken = true'>\u202egnp.json";
    const file = {
      name,
      mimeType: "text/plain",
      buffer: Buffer.from('{"format":"proviso-evidence/1","<script>":1}'),
    };
    await page.locator("#files").setInputFiles([file]);
    await expect.poll(() => page.locator(".list").count()).toBe(1);
    expect(await page.evaluate(() => "broken" in window || document.querySelector("img") !== null)).toBe(
      false,
    );
  });

  test("everything is reached by keyboard", async () => {
    const reached: string[] = [];
    for (let step = 0; step < 5; step += 1) {
      await page.keyboard.press("Tab");
      reached.push(
        await page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName || ""),
      );
    }
    expect(reached.slice(0, 4)).toEqual(["pick-files", "pick-folder", "keys", "SUMMARY"]);
    const chooser = page.waitForEvent("filechooser");
    await page.locator("#pick-files").press("Enter");
    await (await chooser).setFiles(one.files.checkpoint.map(payloadOf));
    await expect.poll(() => page.locator(".list").count()).toBe(1);
  });

  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  test.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 390],
    ["dark", 390],
  ] as const)(
    "axe finds nothing to complain of in the %s scheme at %d, and nothing is too wide",
    async (colorScheme, width) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.locator("#keys").fill(keys);
      await page.getByText("About a certain conversation").click();
      await page.locator("#conversation").fill("c-9");
      await give([...one.files.exclusion, ...sampleOf(2).files.checkpoint, ...one.files.deletion]);
      await expect.poll(() => page.locator(".list").count()).toBe(5);
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { violations } = await (
          window as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          }
        ).axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
      });
      expect(found).toEqual([]);
      const root = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(root).toBe(0);
      if (SHOTS !== undefined) {
        await page.screenshot({ path: join(SHOTS, `verify-${colorScheme}-${width}.png`), fullPage: true });
      }
    },
  );
});

function keysOf({ keys }: Sample): string {
  return keys.map(printVerifierKey).join("\n");
}

function payloadOf({ name, content }: GivenFile): { name: string; mimeType: string; buffer: Buffer } {
  return { name, mimeType: "application/octet-stream", buffer: Buffer.from(content ?? []) };
}
