/** Where a secret stands -> the secret, or why it cannot be had */
import { readFile } from "node:fs/promises";
import type { SecretPlace } from "../rules.ts";

export type Env = Readonly<Record<string, string | undefined>>;

/** Its message names the place and never what stands there. */
export class SecretMissing extends Error {}

/** @throws SecretMissing */
export async function secretAt({ env: name, file }: SecretPlace, env: Env): Promise<string> {
  if (name !== undefined) {
    const value = env[name] ?? "";
    if (value === "") throw new SecretMissing(`the environment variable \`${name}\` is not set`);
    return value;
  }
  const value = await readFile(file ?? "", "utf8").then(
    (text) => text.replace(/\r?\n$/, ""),
    () => "",
  );
  if (value === "") throw new SecretMissing(`\`${file}\` cannot be read, or is empty`);
  return value;
}
