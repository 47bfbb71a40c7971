/**
 * Policy packs on disk -> **Packs** -> decide
 *
 * Reads `<folder>/<vendor>/pack.yaml` and every policy version beneath it. One bad file stops the
 * load with its place: a decision on half the rules would be a wrong decision.
 */
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { ProvisoError } from "@proviso/core";
import { assembleAll, type Finding, type Policy, type PolicySet, parsePolicy } from "@proviso/core/policy";
import { parse } from "yaml";

export interface Product {
  readonly product: string;
  readonly title: string;
  /** Ids of the sources whose conversations are this product's unless the user says otherwise. */
  readonly formats: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
}

export interface LoadedPolicy {
  readonly policy: Policy;
  readonly file: string;
  readonly findings: readonly Finding[];
}

export interface Packs {
  readonly folder: string;
  readonly products: ReadonlyMap<string, Product>;
  readonly policies: readonly LoadedPolicy[];
  readonly sets: ReadonlyMap<string, PolicySet>;
}

/** Chooses packs by one of their products, so that a question about one vendor reads that vendor's files. */
export type Wanted = (product: Product) => boolean;

/**
 * @param wanted leaves out packs none of whose products is wanted; policies outside a pack are always read
 * @throws ProvisoError POLICY_* for the first bad policy, NOT_FOUND for a folder without packs
 */
export async function loadPacks(folders: readonly string[], wanted: Wanted = () => true): Promise<Packs> {
  const policies: LoadedPolicy[] = [];
  const products = new Map<string, Product>();
  for (const folder of folders) {
    const files = await yamlFiles(folder);
    const left: string[] = [];
    for (const file of files.filter(isPack)) {
      const found = readPack(await readFile(file, "utf8"), nameOf(file));
      for (const product of found) products.set(product.product, product);
      if (!found.some(wanted)) left.push(`${dirname(file)}${sep}`);
    }
    for (const file of files) {
      if (isPack(file) || left.some((pack) => file.startsWith(pack))) continue;
      const text = await readFile(file, "utf8");
      if (/^policy:/m.test(text)) policies.push({ ...parsePolicy(text, nameOf(file)), file: nameOf(file) });
    }
  }
  if (policies.length === 0 && products.size === 0) {
    throw new ProvisoError("NOT_FOUND", `no policy under ${folders.map((one) => `\`${one}\``).join(", ")}`, {
      hint: "a policy is a YAML file that begins with `policy:`; see docs/writing-a-policy.md",
    });
  }
  const sets = new Map<string, PolicySet>();
  for (const set of assembleAll(policies.map(({ policy }) => policy))) sets.set(set.product, set);
  return { folder: folders[0] ?? "", products, policies, sets };
}

function isPack(file: string): boolean {
  return basename(file) === "pack.yaml";
}

/** As messages name it. */
function nameOf(file: string): string {
  return relative(process.cwd(), file) || file;
}

async function yamlFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new ProvisoError("NOT_FOUND", `cannot read the policy folder \`${folder}\``, { cause });
  });
  return entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes("node_modules"))
    .sort();
}

function readPack(text: string, file: string): readonly Product[] {
  const pack = parse(text) as { products?: readonly Partial<Product>[] } | null;
  return (pack?.products ?? []).map((one, index) => {
    if (typeof one.product !== "string" || typeof one.title !== "string") {
      throw new ProvisoError("POLICY_INVALID", "a product needs `product` and `title`", {
        place: { file, field: `products[${index}]` },
      });
    }
    return {
      product: one.product,
      title: one.title,
      formats: one.formats ?? [],
      settings: one.settings ?? {},
    };
  });
}
