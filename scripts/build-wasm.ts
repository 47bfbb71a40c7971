/**
 * `npm run build:wasm`: the kernel in AssemblyScript -> a module that holds its bytes
 *
 * The result is committed: who installs Proviso needs no compiler. `--check` says whether it is what
 * the source gives.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import asc from "assemblyscript/asc";

const root = join(import.meta.dirname, "..");
const source = join(root, "packages/core/assembly/kernel.ts");
const target = join(root, "packages/core/src/wasm/kernel-wasm.ts");
/** As src/wasm/kernel.ts lays them out. */
const PAGES = "5";

const files = new Map<string, string | Uint8Array>();
const { error, stderr } = await asc.main(
  [source, "--outFile", "kernel.wasm", "-O3", "--runtime", "stub", "--noAssert", "--initialMemory", PAGES],
  { writeFile: (name: string, contents: string | Uint8Array) => void files.set(name, contents) },
);
const binary = files.get("kernel.wasm");
if (error !== null || binary === undefined) throw new Error(stderr.toString());

const base64 = Buffer.from(binary).toString("base64");
const lines = base64.match(/.{1,100}/g) ?? [];
const text = `/** Generated from assembly/kernel.ts by scripts/build-wasm.ts. */
export const KERNEL_BASE64: string = [
${lines.map((line) => `  "${line}",`).join("\n")}
].join("");
`;
if (process.argv.includes("--check")) {
  if (readFileSync(target, "utf8") !== text) {
    throw new Error("kernel-wasm.ts is not what assembly/kernel.ts gives; run `npm run build:wasm`");
  }
} else writeFileSync(target, text);
