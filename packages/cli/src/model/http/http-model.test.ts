import { ProvisoError } from "@proviso/core";
import { describe, expect, it } from "vitest";
import { modelServer, type Trouble } from "../../../test/model-server.ts";
import { failures } from "../model-failed.ts";
import type { SpanModel } from "../span-model.ts";
import { httpModel } from "./http-model.ts";

const waits: number[] = [];

function modelAt(
  url: string,
  more: { readonly languages?: readonly string[]; readonly timeoutSeconds?: number } = {},
): SpanModel {
  waits.length = 0;
  return httpModel({
    url: new URL(url),
    timeoutSeconds: more.timeoutSeconds ?? 30,
    languages: more.languages ?? [],
    fail: failures({ file: "p.yaml", field: "names.model" }),
    wait: async (milliseconds) => void waits.push(milliseconds),
  });
}

async function failureOf(model: SpanModel): Promise<ProvisoError> {
  const error: unknown = await model.find("ask zorvath").catch((one: unknown) => one);
  await model.close();
  if (error instanceof ProvisoError) return error;
  throw new Error("the model did not fail");
}

it("asks in the agreed form, and gives back places in the text", async () => {
  const server = await modelServer();
  const model = modelAt(server.url);
  const text = "😀 so zorvath went to lunterby";
  const spans = await model.find(text);
  await model.close();
  expect(server.asked).toEqual([{ text, language: "en" }]);
  expect(spans.map(({ start, end, label }) => [label, text.slice(start, end)])).toEqual([
    ["PERSON", "zorvath"],
    ["LOCATION", "lunterby"],
  ]);
});

it("asks in each language", async () => {
  const server = await modelServer();
  const model = modelAt(server.url, { languages: ["de", "fr"] });
  await model.find("zorvath");
  await model.close();
  expect(server.asked.map(({ language }) => language).sort()).toEqual(["de", "fr"]);
});

it("cuts a long text, and loses nothing at the seams", async () => {
  const server = await modelServer();
  const model = modelAt(server.url);
  const text = "Then Brin Oltek said so 😀. ".repeat(4_000);
  const spans = await model.find(text);
  await model.close();
  const found = new Set(spans.filter(({ label }) => label === "PERSON").map(({ start }) => start));
  expect(found.size).toBe(4_000);
  for (const start of found) expect(text.slice(start, start + 10)).toBe("Brin Oltek");
  expect(Math.max(...server.asked.map((one) => one.text.length))).toBeLessThanOrEqual(10_000);
});

it("asks four times at once, and lets go when it is closed", async () => {
  const server = await modelServer(() => "hang");
  const model = modelAt(server.url);
  const finding = model.find("zorvath ".repeat(20_000)).catch((error: unknown) => error);
  while (server.most < 4) await new Promise((go) => setImmediate(go));
  await model.close();
  expect(await finding).toBeInstanceOf(ProvisoError);
  expect(server.most).toBe(4);
});

describe("an analyzer that has too much to do is asked again", () => {
  const busyTwice = (one: Trouble) => (request: number) => (request <= 2 ? one : undefined);
  it.each<[string, Trouble, readonly number[]]>([
    ["429", { status: 429 }, [500, 1000]],
    ["503", { status: 503 }, [500, 1000]],
    ["as late as it says", { status: 503, headers: { "retry-after": "7" } }, [7000, 7000]],
    ["though not for ever", { status: 503, headers: { "retry-after": "86400" } }, [30_000, 30_000]],
    ["a broken connection", "reset", [500, 1000]],
  ])("%s", async (_, trouble, wanted) => {
    const server = await modelServer(busyTwice(trouble));
    const model = modelAt(server.url);
    expect(await model.find("zorvath")).toHaveLength(1);
    await model.close();
    expect(waits).toEqual(wanted);
  });
});

describe("whatever else goes wrong is an error with its place", () => {
  it.each<[string, Trouble, string, RegExp]>([
    ["busy for too long", { status: 429 }, "is busy: status 429, 5 times", /workers/],
    ["another address", { status: 404 }, "answers with status 404", /analyze/],
    ["a redirection", { status: 302, headers: { location: "http://example.com/" } }, "status 302", /analyze/],
    ["a fault of its own", { status: 500 }, "answers with status 500", /language `en`/],
    ["no answer of the form", { status: 200, body: '{"zorvath":1}' }, "is not a list", /analyze/],
    ["a connection that always breaks", "reset", "cannot be reached: ECONNRESET", /start it/],
  ])("%s", async (_, trouble, message, hint) => {
    const server = await modelServer(() => trouble);
    const error = await failureOf(modelAt(server.url));
    expect([error.code, error.place]).toEqual(["MODEL_FAILED", { file: "p.yaml", field: "names.model" }]);
    expect(error.message).toContain(message);
    expect(error.message).not.toContain("zorvath");
    expect(error.hint).toMatch(hint);
  });

  it("nobody there", async () => {
    const error = await failureOf(modelAt("http://user:hunter2@127.0.0.1:9/analyze?key=hunter2"));
    expect(error.message).toBe(
      "the model for names at `http://127.0.0.1:9/analyze` cannot be reached: ECONNREFUSED",
    );
  });

  it("no answer in time", async () => {
    const server = await modelServer(() => "hang");
    const error = await failureOf(modelAt(server.url, { timeoutSeconds: 0.05 }));
    expect(error.message).toContain("has not answered within 0.05 s");
  });
});

it("sends nothing more after a failure", async () => {
  const server = await modelServer(() => ({ status: 500 }));
  const model = modelAt(server.url);
  await expect(model.find("zorvath ".repeat(20_000))).rejects.toThrow("status 500");
  const before = server.asked.length;
  expect(before).toBeLessThanOrEqual(4);
  await expect(model.find("zorvath")).rejects.toThrow("status 500");
  await model.close();
  expect(server.asked.length).toBeLessThanOrEqual(4);
});
