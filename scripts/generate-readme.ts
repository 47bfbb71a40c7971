/** Writes the tables of README.md: formats from the importers, products from the policy packs. `--check` fails if they are stale. */
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { loadPacks } from "../packages/cli/src/packs/load.ts";
import { SOURCES } from "../packages/core/src/sources/read.ts";
import { textOf, writeOrCheck } from "./generated.ts";
import { table, withParts } from "./generated-parts.ts";

const README = new URL("../README.md", import.meta.url);
const ROOT = fileURLToPath(new URL("../", import.meta.url));

const packs = await loadPacks([`${ROOT}policies`]);

const PARTS: Readonly<Record<string, () => string>> = {
  formats: () =>
    table(
      ["format", "what is read"],
      SOURCES.map(({ id, title }) => [`\`${id}\``, title]),
    ),
  products: () =>
    table(
      ["product", "", "policies and their versions", "chosen for"],
      [...packs.products.values()].map(({ product, title, formats }) => [
        `[\`${product}\`](${folderOf(product)})`,
        title,
        chainsOf(product),
        formats.map((format) => `\`${format}\``).join(", "),
      ]),
    ),
};

writeOrCheck(README, withParts(textOf(README), "README.md", PARTS));

function folderOf(product: string): string {
  return relative(ROOT, `${packs.folder}/${product.split("/", 1)[0]}`);
}

function chainsOf(product: string): string {
  const chains = packs.sets.get(product)?.chains ?? [];
  return chains
    .map((versions) => {
      const name = versions[0]?.id.split("/").at(-1) ?? "";
      return `\`${name}\` (${versions.map(({ version }) => version).join(", ")})`;
    })
    .join("; ");
}
