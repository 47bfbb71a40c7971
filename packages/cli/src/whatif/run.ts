/**
 * Opened inputs x what is asked -> one **Compared** per conversation -> tally, list, page
 */

import { decide } from "@proviso/core/decision";
import type { Event } from "@proviso/core/events";
import { indexEvents } from "@proviso/core/facts";
import { type Comparison, compare, FactsAt } from "@proviso/core/whatif";
import { openQuestion } from "../pipeline/open.ts";
import type { Decided, Hooks, Opened } from "../pipeline/question.ts";
import type { Asked } from "./asked.ts";

export interface Compared {
  readonly comparison: Comparison;
  readonly title: string | undefined;
  /** As it stands after the change; made when asked for. */
  readonly decidedAfter: () => Decided;
}

export interface Run {
  readonly opened: Opened;
  /** Conversations of other products than the change is of; complete once `compared` has ended. */
  readonly elsewhere: () => number;
  /** Streams; may be called once. */
  compared(): AsyncIterable<Compared>;
}

export async function openRun(asked: Asked, hooks: Pick<Hooks, "onProgress"> = {}): Promise<Run> {
  let known: readonly Event[] | undefined;
  let finder: FactsAt | undefined;
  const opened = await openQuestion(
    { ...asked.question, at: asked.earliest, items: false },
    {
      ...hooks,
      onHistory: (events) => {
        known = events;
        finder = undefined;
      },
    },
  );
  let elsewhere = 0;
  async function* compared(): AsyncGenerator<Compared> {
    for await (const decided of opened.decisions()) {
      const sides = asked.sidesFor(decided);
      if (sides === undefined) {
        elsewhere += 1;
        continue;
      }
      finder ??= new FactsAt(indexEvents(known ?? []));
      const log = finder;
      const recorded = recordedOf(decided);
      const comparison = compare(sides, log, recorded);
      const decidedAfter = (): Decided => {
        const { prepared, at, known: knownBy } = sides.after;
        const facts = log.of(recorded, at, knownBy);
        const purposes = comparison.transitions.map(({ purpose }) => purpose);
        const decision = decide(prepared, facts, purposes.length > 0 ? purposes : sides.purposes);
        return { ...decided, prepared, facts, decision };
      };
      yield { comparison, title: decided.conversation.title, decidedAfter };
    }
  }
  return { opened, elsewhere: () => elsewhere, compared };
}

function recordedOf({ facts, conversation, events }: Decided): Parameters<typeof compare>[2] {
  return { account: facts.account ?? "", conversation: conversation.id, events };
}
