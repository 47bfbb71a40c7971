/** A round over a thousand documents goes on where it was killed: each is kept once, none is left out. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkArchive } from "../src/archive/check-archive.ts";
import { Archive } from "../src/archive/open-archive.ts";
import type { Watched } from "../src/run/watch-once.ts";
import { type Site, startSite } from "./site/site.ts";
import { termsPage } from "./terms-page.ts";

const DOCUMENTS = 1000;
const KILLED_AFTER = [150, 420, 777];
const CHILD = fileURLToPath(new URL("round-child.ts", import.meta.url));

let site: Site;
let folder: string;

beforeAll(async () => {
  site = await startSite();
  folder = mkdtempSync(join(tmpdir(), "proviso-round-"));
  mkdirSync(join(folder, "declarations"));
  const declared: string[] = [];
  for (let index = 0; index < DOCUMENTS; index += 1) {
    site.set(`/terms/${index}`, {
      headers: { "content-type": "text/html" },
      body: termsPage(`service ${index}`),
    });
    declared.push(
      `- { service: Service ${index}, type: Terms of Service, url: "${site.origin}/terms/${index}", select: main }`,
    );
  }
  writeFileSync(join(folder, "declarations", "all.yaml"), `${declared.join("\n")}\n`);
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

/** @returns what the child said last, if it came to its end */
async function round(killAfter: number | undefined): Promise<Watched | undefined> {
  const args = ["--conditions=@proviso/source", CHILD, folder, site.host];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.setEncoding("utf8");
  child.stdout.on("data", (text: string) => {
    said += text;
    const done = Number(said.trimEnd().split("\n").at(-1));
    if (killAfter !== undefined && done >= killAfter) child.kill("SIGKILL");
  });
  await new Promise((resolve) => child.on("close", resolve));
  const last = said.trimEnd().split("\n").at(-1) ?? "";
  return last.startsWith("{") ? (JSON.parse(last) as Watched) : undefined;
}

test(`${DOCUMENTS} documents, killed ${KILLED_AFTER.length} times`, { timeout: 300_000 }, async () => {
  for (const killAfter of KILLED_AFTER) expect(await round(killAfter)).toBeUndefined();
  const watched = await round(undefined);
  expect(watched?.isResumed).toBe(true);
  expect(watched?.passed).toBeGreaterThanOrEqual(Math.max(...KILLED_AFTER) - 1);
  expect(watched?.looks.unseen).toBe(0);

  const archive = await Archive.open(folder, { write: false });
  const documents = await archive.documents();
  expect(documents).toHaveLength(DOCUMENTS);
  for (const document of documents) {
    const versions = await Array.fromAsync(archive.versionsOf(document));
    expect(versions.map(({ judged }) => judged.class)).toEqual(["first"]);
  }
  expect(await checkArchive(folder)).toMatchObject({ faultCount: 0, versions: DOCUMENTS });

  // The next round begins anew.
  const next = await round(undefined);
  expect(next).toMatchObject({ isResumed: false, passed: 0, looks: { unchanged: DOCUMENTS } });
});
