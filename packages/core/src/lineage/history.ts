/**
 * Events x manifests -> **LineageHistory**: what every trace asks, gathered once
 *
 * What happened, or was recorded, later than asked for is left out. When a manifest was made nobody
 * can tell from it: it is left out by the instant that it was asked for.
 */
import type { Event } from "../events/event.ts";
import { inOrder } from "../facts/log.ts";
import type { LineageManifest, Members, Membership, Run, Stop } from "./lineage.ts";
import { type IsMember, membershipIn, runsOf } from "./runs.ts";
import { stopsOf } from "./stops.ts";

export interface HistoryOptions {
  readonly manifests: readonly LineageManifest[];
  readonly isMember: IsMember;
  /** Epoch milliseconds: valid time. */
  readonly at: number;
  /** Epoch milliseconds: knowledge time. */
  readonly known: number;
}

const NOBODY: ReadonlySet<string> = new Set();

export class LineageHistory {
  readonly runs: readonly Run[];
  readonly stops: readonly Stop[];
  /** By the instant asked for. */
  readonly manifests: readonly LineageManifest[];
  readonly #isMember: IsMember;
  readonly #accounts = new Map<string, Set<string>>();
  readonly #conversations = new Map<string, Set<string>>();

  constructor(events: readonly Event[], { manifests, isMember, at, known }: HistoryOptions) {
    const counted = once(events)
      .filter((event) => event.at <= at && event.recorded <= known)
      .sort(inOrder);
    const byDigest = new Map(manifests.map((one) => [one.digest, one]));
    this.manifests = [...byDigest.values()].filter((one) => one.at <= at).sort((a, b) => a.at - b.at);
    this.runs = runsOf(counted, byDigest);
    this.stops = stopsOf(counted);
    this.#isMember = remembered(isMember);
    for (const event of counted) this.#note(event);
  }

  /** Whose it is, and who else wrote in it. Empty where no event names it. */
  accountsOf(conversation: string): ReadonlySet<string> {
    return this.#accounts.get(conversation) ?? NOBODY;
  }

  conversationsOf(account: string): readonly string[] {
    return [...(this.#conversations.get(account) ?? [])].sort();
  }

  /** All that events name. */
  get conversations(): readonly string[] {
    return [...this.#accounts.keys()].sort();
  }

  membersOfRun(run: Run, conversations: readonly string[]): Members {
    return divided(conversations, (one) => membershipIn(run, one, this.accountsOf(one), this.#isMember));
  }

  membersOfManifest({ digest }: LineageManifest, conversations: readonly string[]): Members {
    return divided(conversations, (one) => {
      const isIn = this.#isMember(digest, one);
      return isIn === undefined ? "unknown" : isIn ? "included" : "excluded";
    });
  }

  #note(event: Event): void {
    const { account, conversation } = event;
    if (conversation !== undefined) this.#join(account ?? "", conversation);
    if (event.type === "participant.joined" && conversation !== undefined) {
      this.#join(event.data.account, conversation);
    }
    if (event.type !== "run.started") return;
    for (const one of event.data.includes ?? []) {
      if (account !== undefined) this.#join(account, one);
      // Named, and nobody's: a run of everyone does not say whose it is.
      else if (!this.#accounts.has(one)) this.#accounts.set(one, new Set());
    }
  }

  #join(account: string, conversation: string): void {
    put(this.#accounts, conversation, account);
    put(this.#conversations, account, conversation);
  }
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  const before = map.get(key);
  if (before === undefined) map.set(key, new Set([value]));
  else before.add(value);
}

function once(events: readonly Event[]): Event[] {
  const seen = new Set<string>();
  return events.filter(({ source, id }) => {
    const key = JSON.stringify([source, id]);
    return !seen.has(key) && seen.add(key).size > 0;
  });
}

/** Each trace asks for the same conversations again; an answer costs a search in a file. */
function remembered(isMember: IsMember): IsMember {
  const answers = new Map<string, Map<string, boolean | undefined>>();
  return (manifest, conversation) => {
    let own = answers.get(manifest);
    if (own === undefined) {
      own = new Map();
      answers.set(manifest, own);
    }
    if (!own.has(conversation)) own.set(conversation, isMember(manifest, conversation));
    return own.get(conversation);
  };
}

function divided(conversations: readonly string[], membershipOf: (one: string) => Membership): Members {
  const members: Record<Membership, string[]> = { included: [], excluded: [], unknown: [] };
  for (const one of conversations) members[membershipOf(one)].push(one);
  return members;
}
