/** Sizes and counts as people write them, for options. */
import { InvalidArgumentError } from "commander";

const SIZE = /^(\d+(?:\.\d+)?)\s*(|b|kb|mb|gb)$/i;
const UNITS: Readonly<Record<string, number>> = { "": 1, b: 1, kb: 1e3, mb: 1e6, gb: 1e9 };

/** `256MB`, `500 kB`, `1048576`: bytes, decimal units as everywhere here. */
export function parseSizeOption(text: string): number {
  const [, number, unit = ""] = SIZE.exec(text.trim()) ?? [];
  const bytes = Math.floor(Number(number) * (UNITS[unit.toLowerCase()] ?? Number.NaN));
  if (Number.isSafeInteger(bytes) && bytes > 0) return bytes;
  throw new InvalidArgumentError("write a size such as `256MB` or `500kB`.");
}

export function parseCountOption(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= 1 && number <= 64) return number;
  throw new InvalidArgumentError("write a whole number from 1 to 64.");
}

/** Parts of a run, each of which is laid out as a folder of files. */
export function parseBucketsOption(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= 1 && number <= 1024) return number;
  throw new InvalidArgumentError("write a whole number from 1 to 1024.");
}
