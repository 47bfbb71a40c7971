import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inputOf } from "../../test/source-input.ts";
import { FOREIGN, SAMPLES } from "../../test/source-samples.ts";
import { detect, SOURCES } from "./read.ts";
import type { Input } from "./source.ts";

const WHOLE = 1 << 16;

/** Ids of all importers that claim something, with the paths that they claim. */
async function claims(input: Input): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const source of SOURCES) {
    const files = await source.detect(input);
    if (files.length > 0) found[source.id] = files.map((file) => file.path);
  }
  return found;
}

describe("detect", () => {
  const cases = Object.entries(SAMPLES).flatMap(([id, samples]) =>
    samples.map(({ name, files }) => ({ id, name, files })),
  );

  it("has a sample of every importer", () => {
    expect(SOURCES.map(({ id }) => id).sort()).toEqual(Object.keys(SAMPLES).sort());
  });

  it.each(cases)("only $id claims $name", async ({ id, files }) => {
    expect(await claims(inputOf(files, WHOLE))).toEqual({ [id]: Object.keys(files) });
  });

  it.each(Object.entries(FOREIGN))("no importer claims %s", async (name, content) => {
    expect(await claims(inputOf({ [name]: content }, WHOLE))).toEqual({});
  });

  it("gives each file of a mixed folder to its own importer", async () => {
    const files = Object.fromEntries(
      Object.entries(SAMPLES)
        .filter(([id]) => id !== "claude-code")
        .flatMap(([id, samples]) =>
          Object.values(samples[0]?.files ?? {}).map((content) => [`${id}/f.jsonl`, content]),
        ),
    );
    const found = await claims(inputOf({ ...files, "notes.txt": "hello" }, WHOLE));
    expect(found).toEqual(Object.fromEntries(Object.keys(files).map((path) => [path.split("/")[0], [path]])));
  });

  it("never throws, and looks at no more than the head", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom("", '{"', '[{"id":'),
        async (bytes, start) => {
          const content = new Uint8Array([...new TextEncoder().encode(start), ...bytes]);
          expect(Object.keys(await claims(inputOf({ "x.json": content }))).length).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 50 },
    );
    let read = 0;
    const chunk = new TextEncoder().encode(" ".repeat(4096));
    const endless = {
      path: "endless.json",
      size: undefined,
      async *open() {
        for (;;) {
          read += chunk.length;
          yield chunk;
        }
      },
    };
    expect(await claims({ name: "endless", files: [endless] })).toEqual({});
    expect(read).toBeLessThanOrEqual(64 * 1024);
  });

  it("goes on past a damaged first line", async () => {
    const sample = Object.values(SAMPLES["proviso"]?.[0]?.files ?? {})[0] ?? "";
    expect(await claims(inputOf({ "x.jsonl": `{"id":"c-0","it\n${sample}` }))).toEqual({
      proviso: ["x.jsonl"],
    });
  });
});

const vectors = join(dirname(fileURLToPath(import.meta.url)), "../../../../../shared/data/vectors");
const REAL: Readonly<Record<string, RegExp>> = {
  "claude-code": /^claude-code\/.*\.jsonl$/,
  "claude-ai-export": /^chat-exports\/claude-ai.*\.json$/,
  "chatgpt-export": /^chat-exports\/chatgpt.*\.json$/,
};

describe.skipIf(!existsSync(vectors))(
  "detect on real samples (skipped without the shared test vectors)",
  () => {
    const folders = existsSync(vectors)
      ? ["claude-code", "chat-exports", "otel-genai", "croissant", "signals"]
      : [];
    const paths = folders.flatMap((folder) =>
      readdirSync(join(vectors, folder)).map((name) => `${folder}/${name}`),
    );

    it.each(paths.filter((path) => /\.jsonl?$/.test(path)))("%s", async (path) => {
      const expected = Object.entries(REAL).find(([, pattern]) => pattern.test(path))?.[0];
      const content = readFileSync(join(vectors, path));
      const found = await claims(inputOf({ [path]: content }, WHOLE));
      expect(Object.keys(found)).toEqual(expected === undefined ? [] : [expected]);
    });
  },
);

it("text in UTF-16 is named as such, though no importer can recognise it", async () => {
  const bytes = Uint8Array.from([0xff, 0xfe, 0x5b, 0x00, 0x5d, 0x00]);
  const file = {
    path: "conversations.json",
    size: bytes.length,
    async *open() {
      yield bytes;
    },
  };
  await expect(detect({ name: "export", files: [file] })).rejects.toMatchObject({ code: "INPUT_ENCODING" });
});
