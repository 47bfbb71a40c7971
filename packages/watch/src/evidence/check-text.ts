/** Raw bytes, rules and text of a bundle -> whether the text comes out of the bytes again */
import type { Check } from "@proviso/core/verify";
import { sha256 } from "../archive/hash.ts";
import { combined } from "../extract/combined.ts";
import { extract } from "../extract/extract.ts";
import type { Extracted } from "../extract/extracted.ts";
import type { Bundle, BundleVersion } from "./bundle.ts";
import type { Made } from "./check-index.ts";
import { found, lacking } from "./checks.ts";
import { areRulesOf } from "./rules-of-recipe.ts";

export type Blobs = ReadonlyMap<string, Uint8Array>;

/** @returns the bytes that are what their hash says */
export function checkBlobs(
  { blobs }: Bundle,
  made: readonly Made[],
): { readonly checks: readonly Check[]; readonly bytes: Blobs } {
  const bytes = new Map<string, Uint8Array>();
  const faults: string[] = [];
  for (const { hash, base64 } of blobs) {
    const raw = Buffer.from(base64, "base64");
    if (raw.toString("base64") !== base64) faults.push(`${hash} is not in base64`);
    else if (sha256(raw) !== hash) faults.push(`${hash} is not the hash of its bytes`);
    else if (bytes.has(hash)) faults.push(`${hash} is there twice`);
    else bytes.set(hash, raw);
  }
  const snapshots = made.flatMap((one) => one.snapshots);
  for (const { blob, bytes: length, seq } of snapshots) {
    if (bytes.get(blob)?.length !== length) faults.push(`the bytes of snapshot ${seq} are not there`);
  }
  const used = new Set(snapshots.map(({ blob }) => blob));
  for (const hash of bytes.keys()) if (!used.has(hash)) faults.push(`${hash} is of no use here`);
  if (faults.length > 0) return { checks: [found("raw-bytes", "failed", faults.join("; "))], bytes };
  if (made.some(({ entry }) => entry.snapshots.length === 0)) {
    const says = "what the server answered: the archive has the text alone, as after an import";
    return { checks: [lacking("raw-bytes", says)], bytes };
  }
  const says = snapshots.map(({ finalUrl, bytes: length }) => `${length} bytes of ${finalUrl}`).join(", ");
  return { checks: [found("raw-bytes", "ok", says)], bytes };
}

export function checkTexts(versions: readonly BundleVersion[], made: readonly Made[]): readonly Check[] {
  return made.map(({ entry }, at) => {
    const isSame = sha256(versions[at]?.markdown ?? "") === entry.version;
    const says = isSame
      ? `the text is that of version ${entry.seq}, ${entry.version}`
      : `the text is not that of version ${entry.seq}: its hash should be ${entry.version}`;
    return found("text", isSame ? "ok" : "failed", says);
  });
}

/** Reads the pages anew, each in a thread of its own and within limits. */
export async function checkExtraction(
  versions: readonly BundleVersion[],
  made: readonly Made[],
  blobs: Blobs,
): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const [at, one] of made.entries()) {
    const version = versions[at];
    if (version !== undefined) checks.push(await checkOne(version, one, blobs));
  }
  return checks;
}

async function checkOne({ markdown, parts }: BundleVersion, made: Made, blobs: Blobs): Promise<Check> {
  const { entry, snapshots } = made;
  const name = "extraction";
  const open = (why: string): Check =>
    lacking(name, `that the text of version ${entry.seq} comes out of the raw bytes: ${why}`);
  if (snapshots.length === 0) return open("there are none");
  const recipes = entry.recipe.split(" + ");
  const read: Extracted[] = [];
  for (const [at, snapshot] of snapshots.entries()) {
    const bytes = blobs.get(snapshot.blob);
    const rules = parts[at]?.rules ?? null;
    if (bytes === undefined) return open("some of them are missing or damaged");
    if (rules === null) return open("no declaration had the rules that its recipe names");
    if (!areRulesOf(rules, recipes[at] ?? "")) {
      return found(name, "failed", `the rules are not those that the recipe of version ${entry.seq} names`);
    }
    read.push(await extract({ bytes, mediaType: snapshot.mediaType, url: snapshot.finalUrl, rules }));
  }
  const { markdown: again, recipe, signals } = combined(read);
  const lost = read.find((one) => one.recipe === "none");
  if (lost !== undefined) return open(lost.signals.map(({ reason }) => reason).join(", "));
  const isSameRecipe = recipe === entry.recipe;
  if (again === markdown) {
    const how = isSameRecipe ? "with the same recipe" : `with another recipe too, \`${recipe}\``;
    return found(name, "ok", `the text of version ${entry.seq} comes out of the raw bytes again, ${how}`);
  }
  if (!isSameRecipe) return open(`it was made with \`${entry.recipe}\`, and this is \`${recipe}\``);
  const doubts = signals.map(({ signal }) => signal).join(", ");
  const says = `another text than that of version ${entry.seq} comes out of the raw bytes`;
  return found(name, "failed", doubts === "" ? says : `${says} (${doubts})`);
}
