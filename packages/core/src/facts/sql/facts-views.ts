/**
 * Table of events -> **View[]** -> table of facts
 *
 * The fold of facts/derive.ts in SQL, for engines that hold events in columns. The text depends on the
 * question and on what a set of policies needs, never on the events.
 */
import type { Dialect } from "../../sql/dialect.ts";
import type { View } from "../../sql/view.ts";
import { accountViews } from "./account-views.ts";
import type { Asked, FactsQuestion } from "./asked.ts";
import { choiceViews } from "./choice-views.ts";
import { conversationStateViews } from "./conversation-state-views.ts";
import { conversationViews } from "./conversation-views.ts";
import { coverageViews } from "./coverage-views.ts";
import { factsView } from "./facts-view.ts";
import { holdScopeViews } from "./hold-scope-views.ts";
import { holdViews } from "./hold-views.ts";
import { itemViews } from "./item-views.ts";
import { logViews } from "./log-views.ts";
import { participantView } from "./participant-views.ts";
import { runViews } from "./run-views.ts";

/**
 * @param events the relation with the columns of `EVENT_COLUMNS`, as SQL: quoted if need be
 * @returns the last view is `facts`, with the columns of `factsColumns`
 */
export function factsViews(dialect: Dialect, question: FactsQuestion, events: string): readonly View[] {
  const asked: Asked = { ...question, dialect, events };
  return [
    ...logViews(asked),
    ...coverageViews(asked),
    ...choiceViews(asked),
    ...holdViews(asked),
    ...conversationViews(asked),
    ...accountViews(asked),
    participantView(),
    ...runViews(asked),
    ...holdScopeViews(asked),
    ...conversationStateViews(asked),
    ...(question.items
      ? [factsView(asked, "conversation_facts"), ...itemViews(asked)]
      : [factsView(asked, "facts")]),
  ];
}
