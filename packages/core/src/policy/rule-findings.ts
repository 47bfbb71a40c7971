/**
 * Rules and clocks that can never apply, and rules that earlier ones leave nothing to decide.
 *
 * Two levels, as in policy/spec/decide.ts: for a conversation, `scope: item` rules are passed over;
 * for a single item all rules count, and a permit with `covers` decides only what it covers.
 * Sound: what is reported is so in every world. `rule` means: can be the first to apply.
 */
import type { Purpose } from "../events/event.ts";
import { type Bdd, FALSE, TooLarge, TRUE } from "./bdd.ts";
import { type Finding, finding } from "./finding.ts";
import type { Policy, Rule } from "./policy.ts";
import { Worlds } from "./worlds.ts";

interface Read {
  readonly rule: Rule;
  /** Where it applies to the conversation, and to an item; undefined where that cannot be told. */
  readonly whole: Bdd | undefined;
  readonly single: Bdd | undefined;
}

/** About a second of search; policies of a hundred rules stay far below it. */
const MOST_NODES = 200_000;

/** `dead`, `shadowed` and `hollow` findings, or one `unchecked`. */
export function ruleFindings(policy: Policy, limit: number = MOST_NODES): readonly Finding[] {
  try {
    return search(policy, new Worlds(limit));
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    const message = "the conditions are too many to look for rules that never apply";
    return [finding("unchecked", "rules", message)];
  }
}

function search(policy: Policy, worlds: Worlds): readonly Finding[] {
  const { bdds } = worlds;
  const target = worlds.read(policy.target);
  const reads = policy.rules.map((rule): Read => {
    const when = worlds.read(rule.when)?.yes;
    const covers = worlds.read(rule.covers)?.yes;
    const single = when === undefined || covers === undefined ? undefined : bdds.and(when, covers);
    return { rule, whole: rule.scope === "item" ? FALSE : when, single };
  });
  const clocks = policy.clocks.map((clock) => ({ clock, when: worlds.read(clock.when)?.yes }));
  const all = worlds.constraints();
  const governed = bdds.and(all, bdds.not(target?.no ?? FALSE));
  if (governed === FALSE)
    return [finding("dead", "target", "the target never holds: the policy governs nobody")];

  const possible = (where: Bdd | undefined): boolean => bdds.and(where ?? TRUE, governed) !== FALSE;
  const dead = (about: string, what: string, where: Bdd | undefined): readonly Finding[] => {
    if (possible(where)) return [];
    const hint = bdds.and(where ?? TRUE, all) === FALSE ? undefined : "the policy's `target` rules it out";
    return [finding("dead", about, `${what} never applies: its condition never holds`, { hint })];
  };
  return [
    ...reads.flatMap((read) => {
      const { rule } = read;
      const where = rule.scope === "item" ? read.single : read.whole;
      const found = dead(`rules.${rule.id}.when`, `rule \`${rule.id}\``, where);
      return found.length > 0 ? found : passedOver(read, reads, { possible, bdds });
    }),
    ...clocks.flatMap(({ clock, when }) => dead(`clocks.${clock.id}.when`, `clock \`${clock.id}\``, when)),
  ];
}

interface Search {
  readonly possible: (where: Bdd | undefined) => boolean;
  readonly bdds: Worlds["bdds"];
}

function passedOver(read: Read, reads: readonly Read[], s: Search): readonly Finding[] {
  const { rule } = read;
  const before = reads.slice(0, reads.indexOf(read));
  const groups = new Map<
    string,
    { kind: "shadowed" | "hollow"; by: readonly string[]; purposes: Purpose[] }
  >();
  for (const purpose of rule.purposes) {
    const earlier = before.filter((one) => one.rule.purposes.includes(purpose));
    const found = whoLeavesNothing(read, earlier, s);
    if (found === undefined) continue;
    const key = `${found.kind} ${found.by.join(" ")}`;
    const group = groups.get(key) ?? { ...found, purposes: [] };
    group.purposes.push(purpose);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ kind, by, purposes }) => {
    const names = by.map((id) => `\`${id}\``).join(", ");
    const message =
      kind === "shadowed"
        ? `rule \`${rule.id}\` never decides ${list(purposes)}: ${names} always ${by.length === 1 ? "decides" : "decide"} first`
        : by.length === 0
          ? `rule \`${rule.id}\` permits and covers no item`
          : `rule \`${rule.id}\` permits ${list(purposes)} and covers no item: ${names} always ${by.length === 1 ? "decides" : "decide"} first`;
    return finding(kind, `rules.${rule.id}`, message, { by, purposes });
  });
}

function whoLeavesNothing(
  { rule, whole, single }: Read,
  earlier: readonly Read[],
  s: Search,
): { readonly kind: "shadowed" | "hollow"; readonly by: readonly string[] } | undefined {
  const isItem = rule.scope === "item";
  // A conversation is decided only by rules that let no item through beside them.
  const catching = isItem ? earlier : earlier.filter((one) => one.rule.scope === "conversation");
  const shadowing = smallest(isItem ? single : whole, catching, s);
  if (shadowing !== undefined) return { kind: "shadowed", by: shadowing };
  if (isItem || rule.effect === "deny") return undefined;
  const emptying = smallest(single, earlier, s);
  return emptying === undefined ? undefined : { kind: "hollow", by: emptying };
}

/** A smallest set (by inclusion) of earlier rules that leave nothing of `where`. */
function smallest(
  where: Bdd | undefined,
  earlier: readonly Read[],
  s: Search,
): readonly string[] | undefined {
  if (where === undefined) return undefined;
  const remains = (rules: readonly Read[]): boolean =>
    s.possible(rules.reduce((rest, one) => s.bdds.and(rest, s.bdds.not(one.single ?? FALSE)), where));
  if (remains(earlier)) return undefined;
  let by = earlier;
  for (const one of [...earlier].reverse()) {
    const without = by.filter((other) => other !== one);
    if (!remains(without)) by = without;
  }
  return by.map((one) => one.rule.id);
}

function list(purposes: readonly Purpose[]): string {
  return purposes.map((purpose) => `\`${purpose}\``).join(", ");
}
