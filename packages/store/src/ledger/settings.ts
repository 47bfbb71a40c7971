/** **Settings** <-> JSON, `proviso-ledger/1` */
import { parseVerifierKey, type VerifierKey } from "@proviso/core/ledger";
import { damaged } from "./damaged.ts";
import type { LogKey, Settings } from "./ledger.ts";

const FORMAT = "proviso-ledger/1";

export function printSettings(settings: Settings): string {
  return `${JSON.stringify({ format: FORMAT, ...settings }, undefined, 2)}\n`;
}

/** @throws ProvisoError LEDGER_DAMAGED */
export function parseSettings(text: string, file: string): Settings {
  try {
    const given: unknown = JSON.parse(text);
    if (!isSettings(given)) throw new TypeError(`no ${FORMAT}`);
    const { origin, keys, witnesses } = given;
    keysOf(given);
    return { origin, keys, witnesses };
  } catch (cause) {
    throw damaged("the settings of the ledger cannot be read", file, cause);
  }
}

/** The log's keys, and after them those of its witnesses. */
export function keysOf({ keys, witnesses }: Settings): readonly VerifierKey[] {
  return [...keys.map(({ key }) => key), ...witnesses].map(parseVerifierKey);
}

function isSettings(given: unknown): given is Settings {
  if (!isFields(given) || given["format"] !== FORMAT || typeof given["origin"] !== "string") return false;
  const { keys, witnesses } = given;
  if (!Array.isArray(keys) || keys.length === 0 || !keys.every(isLogKey)) return false;
  return Array.isArray(witnesses) && witnesses.every((one) => typeof one === "string");
}

function isLogKey(given: unknown): given is LogKey {
  if (!isFields(given) || typeof given["key"] !== "string") return false;
  const { since, handover } = given;
  return Number.isSafeInteger(since) && (handover === undefined || typeof handover === "string");
}

function isFields(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === "object" && given !== null && !Array.isArray(given);
}
