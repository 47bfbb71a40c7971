/** WhatIf -> what the page "What changes" is told */
import type { End } from "@proviso/core/decision";
import { type Flow, type KeepFlow, SEGMENTS, type WhatIf } from "@proviso/core/whatif";
import type { WhatIfFrame } from "../commands/whatif-json.ts";
import {
  actionWords,
  KEEP_WORDS,
  knownText,
  leftWords,
  SEGMENT_WORDS,
  spreadText,
} from "../commands/whatif-words.ts";
import { sentence } from "../report/client/words.ts";
import { plainText } from "../report/escape.ts";
import type { ReportWhatIf } from "../report/model.ts";
import { askText } from "../terminal/fact-words.ts";

type PageFlow = ReportWhatIf["purposes"][number]["flows"][number];

const ANSWERS: Readonly<Record<End, PageFlow["after"]>> = {
  used: "used",
  "not-used": "not",
  "cannot-tell": "unknown",
};

export function pageModel(
  found: WhatIf,
  frame: Pick<WhatIfFrame, "before" | "after" | "due" | "elsewhere">,
): ReportWhatIf {
  return {
    before: plainText(frame.before),
    after: plainText(frame.after),
    due: frame.due,
    compared: found.compared,
    changed: found.changed,
    left: leftWords(found, frame.elsewhere),
    purposes: found.purposes.map(({ purpose, changed, otherwise, flows }) => ({
      purpose,
      changed,
      otherwise,
      flows: flows.filter(({ conversations }) => conversations > 0).map(flowOf),
    })),
    keeps: found.keeps.map(keepOf),
  };
}

function flowOf(flow: Flow): PageFlow {
  return {
    before: ANSWERS[flow.before],
    after: ANSWERS[flow.after],
    conversations: flow.conversations,
    accounts: flow.accounts.count,
    about: !flow.accounts.exact,
    items: flow.items,
    reasons: flow.reasons.map(({ before, after, conversations }) => ({
      before: before.reason,
      after: after.reason,
      conversations,
    })),
    segments: SEGMENTS.map((name) => ({
      name: SEGMENT_WORDS[name],
      values: flow.segments[name].map(({ value, conversations }) => ({
        says: plainText(knownText(value)),
        conversations,
      })),
    })),
    first: flow.firstEffect ?? null,
    last: flow.lastEffect ?? null,
    undated: flow.undated,
    actions: actionWords(flow.actions).map(({ says, conversations }) => ({
      says: sentence(says),
      conversations,
    })),
    advice: flow.advice.map(({ value, conversations }) => ({ says: value, conversations })),
    questions: flow.unknowns.map(({ value, conversations }) => ({
      says: sentence(askText(value)),
      conversations,
    })),
    list: flow.list.map(({ conversation, effect }) => [conversation, effect === "undated" ? null : effect]),
  };
}

function keepOf({ copy, kinds, days }: KeepFlow): ReportWhatIf["keeps"][number] {
  return {
    copy,
    changes: kinds.map(({ value, conversations }) => ({ says: KEEP_WORDS[value], conversations })),
    moved: days === undefined ? null : spreadText(days),
  };
}
