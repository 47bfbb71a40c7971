/** What a replay has found, for people and for programs. */
import type { Replayed } from "@proviso/core/replay";
import { printable } from "../terminal/printable.ts";
import { counted } from "../terminal/words.ts";

export interface ReplaySummary {
  readonly replayed: readonly Replayed[];
  readonly events: number;
  /** Logged for other instants than those asked for. */
  readonly skipped: number;
  readonly erased: number;
}

/** More than a screen helps nobody; `--json` has them all. */
const MOST = 20;

const HINDRANCES: Readonly<Record<NonNullable<Replayed["hindrance"]>, string>> = {
  "policy-missing": "no policy at hand has this version",
  "policy-changed": "the policy at hand has the same version and another digest",
  "product-unknown": "no policy at hand is for this product",
};

export function replayJson({ replayed, events, skipped, erased }: ReplaySummary): string {
  const of = (is: (one: Replayed) => boolean): number => replayed.filter(is).length;
  return `${JSON.stringify({
    decisions: replayed.length,
    same: of(isSame),
    different: of(({ differences }) => differences.length > 0),
    hindered: of(({ hindrance }) => hindrance !== undefined),
    events,
    skipped,
    erased,
    problems: replayed
      .filter((one) => !isSame(one))
      .map(({ decision, hindrance, missing, differences }) => ({
        ...nameOf(decision),
        hindrance: hindrance ?? null,
        missing,
        differences,
      })),
  })}\n`;
}

export function replayText({ replayed, events, skipped, erased }: ReplaySummary): string {
  const same = replayed.filter(isSame).length;
  const lines = [
    `${counted(replayed.length, "decision")} made again from ${counted(events, "event")}: ${same} the same, ${replayed.length - same} not`,
  ];
  if (skipped > 0) lines.push(`${counted(skipped, "decision")} for other instants left out`);
  if (erased > 0)
    lines.push(`${counted(erased, "leaf", "leaves")} without an opening: what was logged there is not known`);
  const others = replayed.filter((one) => !isSame(one));
  for (const { decision, hindrance, missing, differences } of others.slice(0, MOST)) {
    const { conversation, item, at, known } = nameOf(decision);
    const what = [conversation ?? "(no conversation)", ...(item === null ? [] : [`item ${item}`])].join(", ");
    lines.push("", printable(`${what} at ${at}${known === null ? "" : `, known ${known}`}`));
    if (hindrance !== undefined) lines.push(`  ${HINDRANCES[hindrance]}: ${missing.join(", ")}`);
    for (const { field, logged, replayed: now } of differences) {
      lines.push(printable(`  ${field}: logged ${shown(logged)}, now ${shown(now)}`));
    }
  }
  if (others.length > MOST) lines.push("", `and ${others.length - MOST} more; \`--json\` lists them all`);
  return `${lines.join("\n")}\n`;
}

function isSame({ hindrance, differences }: Replayed): boolean {
  return hindrance === undefined && differences.length === 0;
}

function nameOf({ product, account, conversation, item, at, known }: Replayed["decision"]) {
  return { product, account, conversation, item, at, known };
}

function shown(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
