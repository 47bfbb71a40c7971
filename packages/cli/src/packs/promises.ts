/**
 * Names, folders and files -> **Pack**s with what they promise -> prove
 *
 * A pack is a folder with a `pack.yaml` or a `promises.yaml`, and the policies beneath it; policies
 * elsewhere are a pack of their own that promises what every policy does.
 */
import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { ProvisoError } from "@proviso/core";
import {
  assembleAll,
  type Policy,
  type PolicySet,
  type Promised,
  parsePolicy,
  parsePromises,
  promisedOf,
} from "@proviso/core/policy";
import { inputError } from "../input/fs-error.ts";
import { readText } from "../input/read-text.ts";

export interface PromisingPack {
  readonly name: string;
  /** By product. */
  readonly sets: ReadonlyMap<string, PolicySet>;
  readonly promised: readonly Promised[];
}

const PROMISES = "promises.yaml";

/**
 * @param wanted packs by name (`anthropic`), policies by id (with `@version`), folders or files; none: all packs
 * @param promises a file to go by instead of the packs' own
 * @throws ProvisoError NOT_FOUND, POLICY_*
 */
export async function promisingPacks(
  wanted: readonly string[],
  folders: readonly string[],
  promises?: string,
): Promise<readonly PromisingPack[]> {
  const packs = new Map<
    string,
    { files: Set<string>; keep: ((policy: Policy, file: string) => boolean)[] }
  >();
  for (const name of wanted.length === 0 ? folders : wanted) {
    const { folder, keep } = await locate(name, folders);
    const files = await yamlFiles(folder);
    for (const file of files) {
      const root = rootOf(file, folder);
      const pack = packs.get(root) ?? { files: new Set(), keep: [] };
      pack.files.add(file);
      if (!pack.keep.includes(keep)) pack.keep.push(keep);
      packs.set(root, pack);
    }
  }
  const found: PromisingPack[] = [];
  for (const [root, { files, keep }] of packs) {
    const policies: { policy: Policy; file: string }[] = [];
    for (const file of [...files].sort()) {
      const text = await readText(file);
      if (/^policy:/m.test(text)) policies.push({ ...parsePolicy(text, shown(file)), file });
    }
    const kept = policies.filter((read) => keep.some((one) => one(read.policy, read.file)));
    if (kept.length === 0) continue;
    const all = policies.map(({ policy }) => policy);
    const own = promises ?? (existsSync(join(root, PROMISES)) ? join(root, PROMISES) : undefined);
    const promising = own === undefined ? undefined : parsePromises(await readText(own), shown(own));
    const isKept = new Set(kept.map(({ policy }) => policy));
    found.push({
      name: basename(root),
      sets: new Map(assembleAll(all).map((set) => [set.product, set])),
      promised: promisedOf(all, promising).filter(({ policy }) => isKept.has(policy)),
    });
  }
  if (found.length === 0) {
    throw new ProvisoError("NOT_FOUND", `no policy under ${wanted.map((one) => `\`${one}\``).join(", ")}`, {
      hint: "a policy is a YAML file that begins with `policy:`; see docs/writing-a-policy.md",
    });
  }
  return found;
}

interface Located {
  readonly folder: string;
  readonly keep: (policy: Policy, file: string) => boolean;
}

/** A folder in a pack is read with the whole pack: promises speak of all its policies. */
function within(folder: string): Located {
  const root = parentPack(folder);
  if (root === undefined || root === folder) return { folder, keep: () => true };
  return { folder: root, keep: (_, file) => file.startsWith(`${folder}${sep}`) };
}

async function locate(name: string, folders: readonly string[]): Promise<Located> {
  const isThere = await stat(name).catch(() => undefined);
  if (isThere?.isDirectory()) return within(resolve(name));
  if (isThere?.isFile()) {
    const file = resolve(name);
    const folder = dirname(file);
    // The promises of its pack are its own, and the versions around it tell when it is in force.
    return { folder: parentPack(folder) ?? folder, keep: (_, one) => one === file };
  }
  const [id = "", version] = name.split("@");
  for (const folder of folders) {
    const pack = join(folder, id);
    if (!existsSync(pack)) continue;
    const { folder: root, keep } = within(pack);
    return {
      folder: root,
      keep: (policy, file) => keep(policy, file) && (version === undefined || policy.version === version),
    };
  }
  throw new ProvisoError("NOT_FOUND", `no pack, policy, folder or file is named \`${name}\``, {
    hint: "`proviso policy list` lists the policies that come along",
  });
}

function isPack(folder: string): boolean {
  return existsSync(join(folder, "pack.yaml")) || existsSync(join(folder, PROMISES));
}

/** The pack that a folder lies in; a policy's folder lies directly in its pack. */
function parentPack(folder: string): string | undefined {
  return [folder, dirname(folder)].find(isPack);
}

function rootOf(file: string, folder: string): string {
  for (let at = dirname(file); at.startsWith(folder); at = dirname(at)) {
    if (isPack(at)) return at;
    if (at === folder) break;
  }
  return parentPack(folder) ?? folder;
}

async function yamlFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw inputError(error, folder);
  });
  return entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes("node_modules"));
}

function shown(file: string): string {
  return relative(process.cwd(), file) || file;
}
