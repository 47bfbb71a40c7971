export { decide } from "./decide.ts";
export type { ClockAnswer, Decision, Effect, KeepAnswer, PolicyRef, UseAnswer } from "./decision.ts";
export { ENGINE_REASONS } from "./decision.ts";
export { ENDS, type End, endOf } from "./end.ts";
export { explain } from "./explain.ts";
export type { Explanation, FactTrace, Ground, RuleTrace, Truth } from "./explanation.ts";
export { type Prepared, prepare } from "./prepare.ts";
export {
  type PrintedDecision,
  printClock,
  printDecision,
  printInstant,
  printKeep,
  printPolicyRef,
  printUse,
} from "./print-decision.ts";
export { clockRows, type DecisionRow, decisionRow, LIST_SEPARATOR } from "./row.ts";
export { copyColumns, type DecisionViewsOptions, decisionViews } from "./sql/decision-views.ts";
export { dueView } from "./sql/due.ts";
export { purposesOf } from "./sql/layout.ts";
