import { expect, test } from "vitest";
import { FACT_NAMES } from "../facts/vocabulary.ts";
import { nearest } from "./nearest.ts";

test.each([
  ["conversation.mod", "conversation.mode"],
  ["item.sorce", "item.source"],
  ["feedbak.at", "feedback.at"],
  ["training.Choice", "training.choice"],
  ["account.paln", "account.plan"],
  ["conversation.incognito", undefined],
  ["x", undefined],
])("`%s` is meant to be `%s`", (written, meant) => {
  expect(nearest(written, FACT_NAMES)).toBe(meant);
});
