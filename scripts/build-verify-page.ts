/**
 * `npm run build:page`: the verifier and its page -> packages/cli/page/verify.html
 *
 * The result is committed: who verifies needs one file and nobody's build. `--check` says whether it is
 * what the sources give, so that everybody can convince themselves.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { rolldown } from "rolldown";
import { verifyPage } from "../packages/cli/src/verify/page.ts";

const root = join(import.meta.dirname, "..");
const source = join(root, "packages/cli/src/verify/client/main.ts");
const target = join(root, "packages/cli/page/verify.html");

/** Zod, before its first schema: no functions are to be made of text, which the page's policy forbids. */
const NO_CODE = "globalThis.__zod_globalConfig = { jitless: true };";

const bundle = await rolldown({
  input: source,
  cwd: root,
  platform: "browser",
  resolve: { conditionNames: ["@proviso/source", "browser", "import", "default"] },
  plugins: [
    {
      name: "twins-in-typescript",
      // The page's policy lets no WebAssembly be compiled; what stands in for it runs from the start.
      load: (id) => (id.endsWith("/wasm/web-assembly.ts") ? "export const webAssembly = undefined;" : null),
    },
  ],
  treeshake: { moduleSideEffects: false },
  onLog: (level, log) => {
    if (level === "warn") throw new Error(log.message);
  },
});
const { output } = await bundle.generate({ format: "iife", minify: true, comments: false, intro: NO_CODE });
const [{ code }, ...more] = output;
if (more.length > 0) throw new Error("the page's script is one file");
if (/<\/script|<!--/i.test(code)) throw new Error("the script holds what would end its element");
const html = verifyPage(code, licencesOf(Object.keys(output[0].modules)));
if (process.argv.includes("--check")) {
  if (readFileSync(target, "utf8") !== html) {
    throw new Error("page/verify.html is not what its sources give; run `npm run build:page`");
  }
} else {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, html);
}

/** What the licences of the libraries in the script ask for: that their text goes with it. */
function licencesOf(modules: readonly string[]): string {
  const folders = new Set(
    modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id)?.[0] ?? []),
  );
  return [...folders].sort().map(licenceOf).join("\n");
}

function licenceOf(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (file === undefined) throw new Error(`${name} has no licence that could go with it`);
  return `${name} ${version}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}
