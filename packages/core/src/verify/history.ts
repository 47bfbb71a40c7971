/**
 * Checkpoints of one log -> whether they tell one history
 *
 * Two heads of one size must be the same; of two sizes, only a proof of consistency says that the
 * larger goes on from the smaller.
 */
import { encodeBase64, type SignedCheckpoint } from "../ledger/index.ts";
import { EMPTY_ROOT, type Hash, isSame, verifyConsistency } from "../merkle/index.ts";
import { type Check, failed, lacking, notChecked, ok } from "./checklist.ts";

/** Two heads of which the second is proved to go on from the first. */
export interface Link {
  readonly from: SignedCheckpoint;
  readonly to: SignedCheckpoint;
}

export function printHead({ origin, size, root }: SignedCheckpoint): string {
  return `\`${origin}\` with ${size} entries and root ${encodeBase64(root)}`;
}

function isSameHead(one: SignedCheckpoint, other: SignedCheckpoint): boolean {
  return one.origin === other.origin && one.size === other.size && isSame(one.root, other.root);
}

export function isFork(one: SignedCheckpoint, other: SignedCheckpoint): boolean {
  return one.origin === other.origin && one.size === other.size && !isSame(one.root, other.root);
}

export function goesOn({ from, to }: Link, hashes: readonly Hash[]): boolean {
  if (from.origin !== to.origin) return false;
  // A log of nothing is the beginning of all; there is nothing to prove.
  if (from.size === 0) return isSame(from.root, EMPTY_ROOT) && hashes.length === 0 && to.size > 0;
  return verifyConsistency(from.size, to.size, from.root, to.root, hashes);
}

/** @param against the head that was asked to be compared with; then a comparison must not be left out */
export function historyChecks(
  head: SignedCheckpoint,
  heads: readonly SignedCheckpoint[],
  links: readonly Link[],
  against: SignedCheckpoint | undefined,
): readonly Check[] {
  const checks = compared(head, heads, links, against);
  if (against !== undefined && against.origin !== head.origin) {
    const says = `the checkpoint to compare with is of another log: ${printHead(against)}; this is ${printHead(head)}`;
    return [...checks, failed("history", says)];
  }
  return checks;
}

function compared(
  head: SignedCheckpoint,
  heads: readonly SignedCheckpoint[],
  links: readonly Link[],
  against: SignedCheckpoint | undefined,
): readonly Check[] {
  // The head itself is among them.
  const others = [...heads, ...(against === undefined ? [] : [against])].filter(
    ({ origin }) => origin === head.origin,
  );
  if (others.length < 2) return [];
  const fork = others.find((other) => isFork(head, other));
  if (fork !== undefined) {
    return [failed("history", `the log has shown two histories: ${printHead(head)}, and ${printHead(fork)}`)];
  }
  const apart = others.find((other) => !isSameHead(head, other) && !isLinked(head, other, links));
  if (apart === undefined)
    return [ok("history", "all checkpoints of this log that were given tell one history")];
  const says = `whether ${printHead(head)} and ${printHead(apart)} are one history: ask the log for a proof of consistency`;
  const isAsked = against !== undefined && !isSameHead(head, against) && !isLinked(head, against, links);
  return [isAsked ? lacking("history", says) : notChecked("history", says)];
}

/** By one link or several, whichever of the two is the earlier. */
function isLinked(one: SignedCheckpoint, other: SignedCheckpoint, links: readonly Link[]): boolean {
  const [from, to] = one.size <= other.size ? [one, other] : [other, one];
  const reached = [from];
  for (const head of reached) {
    if (isSameHead(head, to)) return true;
    for (const link of links) {
      if (isSameHead(link.from, head) && !reached.some((known) => isSameHead(known, link.to))) {
        reached.push(link.to);
      }
    }
  }
  return false;
}
