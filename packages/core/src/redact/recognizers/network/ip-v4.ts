/** IP addresses, version 4, with a prefix length if one follows; not the numbers of versions and sections. */
import { isBoundary, isDigit } from "../../scan/bytes.ts";
import { contextWords, hasContext } from "../../scan/context.ts";
import type { NumberRun } from "../../scan/number-run.ts";
import type { Text } from "../../scan/text.ts";
import { listed } from "../listed.ts";
import { isUnspaced } from "../number-window.ts";
import type { Emit, Recognizer } from "../recognizer.ts";

const DOT = 0x2e;
const SLASH = 0x2f;

const VERSION_WORDS = contextWords(
  listed(
    "version, versions, ver, v, release, released, build, assembly, firmware, upgrade, upgraded, update",
    "updated, downgrade, Version, section, chapter, clause, paragraph, Abschnitt, Kapitel, versión",
    "versione, versão, versie, sección, sezione, artikel, article, oid, rfc",
  ),
);
const ADDRESS_WORDS = contextWords(
  listed("ip, ipv4, ips, address, host, server, dns, ping, client_ip, Adresse"),
);
const BEFORE = { before: 20, after: 0 };

export const ipV4: Recognizer = {
  name: "ip-v4",
  types: ["IP"],
  digits: { min: 4, max: 14 },
  atNumber(text: Text, run: NumberRun, emit: Emit): void {
    let first = 0;
    // `198.51.100.1-198.51.100.9`: an address may follow another directly.
    let isSecond = false;
    while (first + 4 <= run.count) {
      const chain = dotted(text, run, first);
      const isOne = chain - first === 4 && isAddress(run, first);
      if (isOne) report(text, run, first, isSecond, emit);
      isSecond = isOne;
      first = chain;
    }
  },
};

/** The group after a chain of groups joined by one dot each. */
function dotted({ bytes }: Text, run: NumberRun, first: number): number {
  let after = first + 1;
  while (after < run.count) {
    const gap = run.ends[after - 1] ?? 0;
    if (bytes[gap] !== DOT || (run.starts[after] ?? 0) !== gap + 1) break;
    after += 1;
  }
  return after;
}

/** Four numbers up to 255 without a zero before them. */
function isAddress(run: NumberRun, first: number): boolean {
  for (let group = first; group < first + 4; group += 1) {
    const from = run.from[group] ?? 0;
    const size = (run.from[group + 1] ?? 0) - from;
    if (size > 3 || (size > 1 && run.digits[from] === 0)) return false;
    let value = 0;
    for (let at = from; at < from + size; at += 1) value = value * 10 + (run.digits[at] ?? 0);
    if (value > 255) return false;
  }
  return true;
}

function report(text: Text, run: NumberRun, first: number, isSecond: boolean, emit: Emit): void {
  const { bytes } = text;
  const start = run.starts[first] ?? 0;
  let end = run.ends[first + 3] ?? 0;
  if (!isSecond && start > text.start && !mayBegin(text, start)) return;
  // A number ends here: not the middle of a longer chain, not a version with letters behind.
  if (
    end < text.end &&
    ((!isBoundary(bytes, end) && !isUnspaced(bytes, end)) || (bytes[end] === DOT && isDigit(bytes[end + 1])))
  )
    return;
  const prefix = prefixEnd(text, end);
  if (prefix > 0) end = prefix;
  else if (
    bytes[end] === 0x2d &&
    end + 1 < text.end &&
    !isBoundary(bytes, end + 1) &&
    !isDigit(bytes[end + 1])
  )
    return;
  if (
    hasContext(text, start, end, VERSION_WORDS, BEFORE) &&
    !hasContext(text, start, end, ADDRESS_WORDS, BEFORE)
  )
    return;
  const digits = (run.from[first + 4] ?? 0) - (run.from[first] ?? 0);
  // `1.2.3.4` is a section more often than an address; `8.8.8.8` is none.
  const isOutline = digits === 4 && !isRepeated(run, run.from[first] ?? 0) && prefix === 0;
  emit(
    "IP",
    start,
    end,
    isOutline && !hasContext(text, start, end, ADDRESS_WORDS) ? 0.45 : 0.95,
    "structure",
  );
}

function isRepeated(run: NumberRun, from: number): boolean {
  return [1, 2, 3].every((index) => run.digits[from + index] === run.digits[from]) || run.digits[from] === 0;
}

/** `Chrome/120.0.0.0` is a version; `//10.0.0.1` and `(10.0.0.1` are not. */
function mayBegin({ bytes, start: from }: Text, start: number): boolean {
  const byte = bytes[start - 1] ?? 0;
  if (byte === DOT || byte === 0x2d) return start - 2 < from || isBoundary(bytes, start - 2);
  if (byte === SLASH) return bytes[start - 2] === SLASH || isBoundary(bytes, start - 2);
  return byte !== 0x23 && byte !== 0x24;
}

/** The end of `/24`, or 0. */
function prefixEnd({ bytes, end }: Text, at: number): number {
  if (bytes[at] !== SLASH || at >= end) return 0;
  let stop = at + 1;
  while (stop < end && stop - at <= 2 && isDigit(bytes[stop])) stop += 1;
  if (stop === at + 1 || (stop < end && !isBoundary(bytes, stop))) return 0;
  const length =
    stop - at === 2
      ? (bytes[at + 1] ?? 0) - 0x30
      : ((bytes[at + 1] ?? 0) - 0x30) * 10 + (bytes[at + 2] ?? 0) - 0x30;
  return length <= 32 ? stop : 0;
}
