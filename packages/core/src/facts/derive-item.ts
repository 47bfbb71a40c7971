/** A conversation's facts with those of one of its items added. */
import type { EventOf } from "../events/event.ts";
import { type Draft, know } from "./draft.ts";
import type { Facts } from "./facts.ts";
import { FACT_INDEX } from "./vocabulary.ts";

/** Reservations against training that content can carry: AIPREF `train-ai=n`, TDMRep, CAWG. */
export const RESERVATIONS: readonly string[] = [
  "train-ai=n",
  "tdm-reservation=1",
  "cawg.ai_training=notAllowed",
  "cawg.ai_generative_training=notAllowed",
];

/** What an `item.added` event does not say of the item stays unknown, but for flags that it would carry. */
export function deriveItem(conversation: Facts, item: EventOf<"item.added">): Facts {
  const draft: Draft = { slots: conversation.slots.slice(), because: [...conversation.because] };
  const { data, id } = item;
  if (data.role !== undefined) know(draft, FACT_INDEX["item.role"], data.role, id);
  if (data.source !== undefined) know(draft, FACT_INDEX["item.source"], data.source, id);
  if (!data.undated) know(draft, FACT_INDEX["item.at"], item.at, id);
  know(draft, FACT_INDEX["item.pasted"], data.pasted ?? false, id);
  know(draft, FACT_INDEX["item.hidden"], data.hidden ?? false, id);
  know(
    draft,
    FACT_INDEX["item.reserved"],
    data.signal !== undefined && RESERVATIONS.includes(data.signal),
    id,
  );
  const { slots, because = [] } = draft;
  return {
    account: conversation.account,
    conversation: conversation.conversation,
    item: data.item ?? id,
    at: conversation.at,
    known: conversation.known,
    exists: conversation.exists,
    slots,
    because,
    acknowledged: conversation.acknowledged,
    holds: conversation.holds,
    holdsComplete: conversation.holdsComplete,
    runs: conversation.runs,
  };
}
