import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { ReportModel } from "./model.ts";
import { sampleModel, sampleRows } from "./sample-rows.ts";
import { writeReport } from "./write-report.ts";

const HOSTILE = [
  "</script><script>alert(1)</script>",
  "<!-- <script>",
  "</title><img src=x onerror=alert(1)>",
  "\u2028\u2029",
];

async function write(model: ReportModel): Promise<string> {
  let html = "";
  await writeReport(model, (chunk) => {
    html += chunk;
  });
  return html;
}

function hostileModel(): ReportModel {
  const rows = [...sampleRows(HOSTILE.length)].map((row, index) => {
    const text = HOSTILE[index] ?? "";
    return { ...row, id: text, title: text, file: text, source: text, surface: text };
  });
  const model = sampleModel(rows, rows.length);
  const text = HOSTILE.join("");
  return {
    ...model,
    title: text,
    command: text,
    inputs: model.inputs.map((input) => ({ ...input, name: text, problems: [text] })),
  };
}

test("hostile text ends no element and opens none", async () => {
  const html = await write(hostileModel());
  // Three blocks: rows, tables, the page's own script.
  expect(html.match(/<script/gi)).toHaveLength(3);
  expect(html.match(/<\/script/gi)).toHaveLength(3);
  expect(html).not.toMatch(/<!--|<img/);
});

test("the page's policy allows its own script and style and nothing else", async () => {
  const html = await write(sampleModel([], 0));
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";
  const hash = (text = "") => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  expect(policy.split("; ")).toEqual([
    "default-src 'none'",
    `script-src ${hash(/<script>([\s\S]*?)<\/script>/.exec(html)?.[1])}`,
    `style-src ${hash(/<style>([\s\S]*?)<\/style>/.exec(html)?.[1])}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]);
  expect(html).not.toMatch(/\sstyle="|\son\w+="/);
  expect(html).not.toMatch(/(?:src|url)\s*[=(]\s*["']?(?:https?:)?\/\//);
});

test("rows are pulled as the sink takes them", async () => {
  const events: string[] = [];
  async function* rows() {
    for (const row of sampleRows(5000)) {
      if (events.at(-1) !== "row") events.push("row");
      yield row;
    }
  }
  const written = await writeReport(sampleModel(rows(), 5000), async () => {
    await Promise.resolve();
    events.push("chunk");
  });
  expect(written.conversations).toBe(5000);
  expect(events.slice(0, 7)).toEqual(["chunk", "row", "chunk", "row", "chunk", "row", "chunk"]);
});

test("a failing sink stops the writing", async () => {
  const full = new Error("disk full");
  await expect(
    writeReport(sampleModel(sampleRows(10), 10), () => {
      throw full;
    }),
  ).rejects.toBe(full);
});

test("a reader without scripts gets the verdict", async () => {
  const html = await write(sampleModel(sampleRows(150), 150));
  const cells = /<th scope="row">Training models<\/th>((?:<td>\d+<\/td>){3})/.exec(html)?.[1] ?? "";
  const counts = [...cells.matchAll(/\d+/g)].map(Number);
  expect(counts).toHaveLength(3);
  expect(counts.reduce((sum, each) => sum + each, 0)).toBe(150);
});
