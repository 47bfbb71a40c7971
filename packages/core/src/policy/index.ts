export { type CompiledPolicy, compile } from "./compile/compile.ts";
export { digestOf } from "./digest.ts";
export { type Expr, type Fold, factsOf, fold } from "./expr.ts";
export { FINDING_KINDS, type Finding, type FindingKind } from "./finding.ts";
export { inForce } from "./in-force.ts";
export { needsOf } from "./needs.ts";
export { checkPolicy, parsePolicy } from "./parse.ts";
export { addPeriod, type Period, parsePeriod, printPeriod } from "./period.ts";
export type {
  Bound,
  Citation,
  ClockRule,
  DocumentRef,
  Policy,
  PolicySet,
  Reading,
  Rule,
} from "./policy.ts";
export { printPolicy } from "./print.ts";
export { printExpr } from "./print-expr.ts";
export { assemble, assembleAll } from "./set.ts";
export { outcomeOf } from "./spec/decide.ts";
export { evaluate, truthOf } from "./spec/evaluate.ts";
