/** The `effective` section: when a version begins to bind an account. */
import { isScalar, type Node } from "yaml";
import { parseInstant } from "./instant.ts";
import type { Effective, FixedDate } from "./policy.ts";
import { Mapping } from "./yaml-mapping.ts";
import type { Reading } from "./yaml-reading.ts";

export const EFFECTIVE_KEYS = ["acknowledged", "signedUpSince", "from"] as const;
const FIXED_KEYS = ["date", "known"] as const;

/** Without a section, a version is always in force. */
export const ALWAYS: Effective = { acknowledged: undefined, signedUpSince: undefined, fixed: [] };

/** A date whose announcement is not dated was always known. */
export const ALWAYS_KNOWN: number = Number.NEGATIVE_INFINITY;

export function parseEffective(section: Node, reading: Reading): Effective {
  const mapping = Mapping.open(section, "effective", EFFECTIVE_KEYS, reading);
  if (mapping === undefined) return ALWAYS;
  const acknowledged = mapping.text("acknowledged");
  return { acknowledged, signedUpSince: instantAt(mapping, "signedUpSince"), fixed: fixedDates(mapping) };
}

function fixedDates(mapping: Mapping): readonly FixedDate[] {
  const node = mapping.nodeOf("from");
  if (isScalar(node)) {
    const at = instantAt(mapping, "from");
    return at === undefined ? [] : [{ at, knownFrom: ALWAYS_KNOWN }];
  }
  const dates = mapping.items("from").flatMap((item, index) => {
    const field = `effective.from[${index}]`;
    const one = Mapping.open(item, field, FIXED_KEYS, mapping.reading);
    if (one === undefined) return [];
    if (!one.has("date")) one.missing("date");
    const at = instantAt(one, "date");
    const knownFrom = one.has("known") ? instantAt(one, "known") : ALWAYS_KNOWN;
    return at === undefined || knownFrom === undefined ? [] : [{ at, knownFrom, node: item }];
  });
  dates.sort((a, b) => (a.knownFrom < b.knownFrom ? -1 : a.knownFrom > b.knownFrom ? 1 : 0));
  for (const [index, { knownFrom, node: item }] of dates.entries()) {
    if (dates[index - 1]?.knownFrom !== knownFrom) continue;
    const hint = "say with `known` since when each date was announced";
    mapping.reading.fail("POLICY_INVALID", "two dates were known at once", item, "effective.from", hint);
  }
  return dates.map(({ at, knownFrom }) => ({ at, knownFrom }));
}

function instantAt(mapping: Mapping, key: string): number | undefined {
  const scalar = mapping.scalar(key);
  if (scalar === undefined) return undefined;
  try {
    return parseInstant(scalar.value);
  } catch (error) {
    return mapping.reading.caught(error, scalar, mapping.path(key));
  }
}
