/**
 * What a person names -> **PolicySet**s and dating of a what-if
 *
 * To force a version is to let it bind everyone, always, in place of its chain, while the product's other
 * chains stay as they are. Targets still apply.
 */
import { prepare } from "../decision/prepare.ts";
import type { Effective, FixedDate, Policy, PolicySet } from "../policy/policy.ts";
import type { Dating } from "./what-if.ts";

const ALWAYS: Effective = { acknowledged: undefined, signedUpSince: undefined, fixed: [] };

/** Versions that take the place of each other: of one chain, or of two. */
export interface Rivals {
  readonly before: Policy;
  readonly after: Policy;
  /** All that is known of their product; undefined where nothing else is. */
  readonly around: PolicySet | undefined;
}

export function forced(side: "before" | "after", rivals: Rivals): PolicySet {
  return withChain(rivals, [always(rivals[side])]);
}

/**
 * The old version until the new one begins to bind, account by account, as its own dates say.
 * Undefined where it has none, or where it is the older of one chain: then nobody comes under it.
 * @param at the instant asked for; a later date that is known by `known` is looked at too
 */
export function datingOf(rivals: Rivals, at: number, known: number): Dating | undefined {
  const { before, after, around } = rivals;
  const { acknowledged, signedUpSince, fixed } = after.effective;
  if (acknowledged === undefined && signedUpSince === undefined && fixed.length === 0) return undefined;
  const chain = around?.chains.find((one) => one[0]?.id === after.id) ?? [];
  const places = [before, after].map((policy) =>
    chain.findIndex(({ id, version }) => id === policy.id && version === policy.version),
  );
  const [old = -1, now = -1] = places;
  if (now >= 0 && old > now) return undefined;
  const date = dateKnown(fixed, known);
  return {
    prepared: prepare(withChain(rivals, [always(before), after])),
    since: undefined,
    until: date === undefined ? at : Math.max(at, date),
  };
}

/** Versions whose fixed date, as known by `known`, lies within the two instants. */
export function versionsDue(
  set: PolicySet,
  { from, to, known }: { readonly from: number; readonly to: number; readonly known: number },
): readonly Policy[] {
  return set.chains.flat().filter(({ effective }) => {
    const date = dateKnown(effective.fixed, known);
    return date !== undefined && date >= from && date <= to;
  });
}

/** As if these versions, and those that follow them, had never come. */
export function cutBefore(set: PolicySet, due: readonly Policy[]): PolicySet {
  const chains = set.chains.map((chain) => {
    const first = chain.findIndex((policy) => due.includes(policy));
    return first < 0 ? chain : chain.slice(0, first);
  });
  return { ...set, chains: chains.filter((chain) => chain.length > 0) };
}

function withChain({ before, after, around }: Rivals, chain: readonly Policy[]): PolicySet {
  const others = (around?.chains ?? []).filter(
    ([first]) => first !== undefined && first.id !== before.id && first.id !== after.id,
  );
  return { product: after.product, chains: [...others, chain] };
}

function always(policy: Policy): Policy {
  return { ...policy, supersedes: undefined, effective: ALWAYS };
}

function dateKnown(fixed: readonly FixedDate[], known: number): number | undefined {
  return fixed.findLast(({ knownFrom }) => knownFrom <= known)?.at;
}
