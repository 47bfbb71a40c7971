/**
 * A folder to write must not lie among what is read, nor hold it
 *
 * An export in the folder of its inputs would be read as one of them by the next run, and replacing a
 * folder would take away inputs in it.
 */
import { realpathSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { ProvisoError } from "@proviso/core";

/** @throws ProvisoError USAGE */
export function refuseOverlap(out: string, inputs: readonly string[]): void {
  const target = realName(out);
  const met = inputs.find((input) => {
    const path = realName(input);
    return path === target || isWithin(target, path) || isWithin(path, target);
  });
  if (met === undefined) return;
  throw new ProvisoError("USAGE", `\`${out}\` and \`${met}\`, which is read here, lie in one another`, {
    place: { file: out },
    hint: "write to a folder elsewhere",
  });
}

function isWithin(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

/** Links followed, as far as the path is there. */
function realName(path: string): string {
  const whole = resolve(path);
  try {
    return realpathSync(whole);
  } catch {
    return dirname(whole) === whole ? whole : join(realName(dirname(whole)), basename(whole));
  }
}
