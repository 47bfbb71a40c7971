/**
 * `npm run build:wasm`: the kernels in AssemblyScript -> modules that hold their bytes
 *
 * The results are committed: who installs Proviso needs no compiler. `--check` says whether they are
 * what the sources give.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import asc from "assemblyscript/asc";

const core = join(import.meta.dirname, "../packages/core");

/** `pages` as src/wasm lays them out. */
const MODULES = [
  { name: "kernel", pages: 5, more: [] },
  { name: "lanes", pages: 2, more: ["--enable", "simd"] },
] as const;

async function build(name: string, pages: number, more: readonly string[]): Promise<string> {
  const files = new Map<string, string | Uint8Array>();
  const output = ["--outFile", "out.wasm", "-O3", "--runtime", "stub", "--noAssert"];
  const { error, stderr } = await asc.main(
    [join(core, `assembly/${name}.ts`), ...output, "--initialMemory", String(pages), ...more],
    { writeFile: (file: string, contents: string | Uint8Array) => void files.set(file, contents) },
  );
  const binary = files.get("out.wasm");
  if (error !== null || binary === undefined) throw new Error(stderr.toString());
  const lines =
    Buffer.from(binary)
      .toString("base64")
      .match(/.{1,100}/g) ?? [];
  return `/** Generated from assembly/${name}.ts by scripts/build-wasm.ts. */
export const ${name.toUpperCase()}_BASE64: string = [
${lines.map((line) => `  "${line}",`).join("\n")}
].join("");
`;
}

for (const { name, pages, more } of MODULES) {
  const text = await build(name, pages, more);
  const target = join(core, `src/wasm/${name}-wasm.ts`);
  if (!process.argv.includes("--check")) writeFileSync(target, text);
  else if (readFileSync(target, "utf8") !== text) {
    throw new Error(`${name}-wasm.ts is not what assembly/${name}.ts gives; run \`npm run build:wasm\``);
  }
}
