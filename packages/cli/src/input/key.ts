/**
 * Key file or environment -> the key's bytes
 *
 * Never an argument of its own: command lines are seen by everyone on the machine and kept in histories.
 */
import { readFile } from "node:fs/promises";
import { ProvisoError } from "@proviso/core";
import { inputError } from "./fs-error.ts";

const VARIABLE = "PROVISO_KEY";
const LEAST_BYTES = 16;
const HEX = /^(?:[0-9a-fA-F]{2})+$/;
const MAKE_ONE = "make one with `openssl rand -hex 32 > export.key`, and keep it where nobody else reads it";

/**
 * Hexadecimal digits stand for bytes; anything else is taken as it is, a line end after it left off.
 * @throws ProvisoError KEY_MISSING, KEY_INVALID for a short one, NOT_FOUND, PERMISSION
 */
export async function readKey(file: string | undefined, env: NodeJS.ProcessEnv): Promise<Uint8Array> {
  const given = file === undefined ? Buffer.from(env[VARIABLE] ?? "") : await readBytes(file);
  if (given.length === 0 && file === undefined) {
    throw new ProvisoError(
      "KEY_MISSING",
      `there is no key: neither \`--key-file\` nor ${VARIABLE} is given`,
      {
        hint: MAKE_ONE,
      },
    );
  }
  const key = keyOf(given);
  if (key.length >= LEAST_BYTES) return key;
  const what = file === undefined ? `the key in ${VARIABLE}` : `the key in \`${file}\``;
  throw new ProvisoError(
    "KEY_INVALID",
    `${what} is too short: ${key.length} bytes of at least ${LEAST_BYTES}`,
    {
      ...(file === undefined ? {} : { place: { file } }),
      hint: MAKE_ONE,
    },
  );
}

async function readBytes(file: string): Promise<Buffer> {
  return await readFile(file).catch((error: unknown) => {
    throw inputError(error, file);
  });
}

function keyOf(given: Buffer): Uint8Array {
  const text = given.toString("latin1").replace(/\r?\n$/, "");
  const isHex = HEX.test(text) && text.length >= 2 * LEAST_BYTES;
  return new Uint8Array(isHex ? Buffer.from(text, "hex") : Buffer.from(text, "latin1"));
}
