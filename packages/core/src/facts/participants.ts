/** Whether every other participant of a conversation has granted training; the strictest one counts. */
import type { EventOf } from "../events/event.ts";
import type { AccountState } from "./account.ts";
import { stateAt } from "./choice.ts";

export type Others = (account: string) => AccountState | undefined;

/** @param listed whether the log lists participants in full: then nobody joined means nobody else is there */
export function participantsGranted(
  joined: readonly EventOf<"participant.joined">[],
  listed: boolean,
  others: Others,
): boolean | undefined {
  let all: boolean | undefined = listed ? true : undefined;
  for (const { data } of joined) {
    const choice = data.choice ?? choiceOf(others(data.account));
    if (choice !== undefined && choice !== "granted") return false;
    if (choice === undefined) all = undefined;
  }
  return all;
}

function choiceOf(account: AccountState | undefined): string | undefined {
  if (account === undefined) return undefined;
  const last = account.training.at(-1);
  if (account.listedSince.choices > (last?.latest.at ?? account.start)) return undefined;
  return stateAt(last, account.at);
}
