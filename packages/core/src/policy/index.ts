export { type CompiledPolicy, compile } from "./compile/compile.ts";
export { type DiffOptions, diff } from "./diff/diff.ts";
export type {
  Condition,
  KeepChange,
  KeepSide,
  PolicyDiff,
  TargetChange,
  UseChange,
  UseOn,
  UseSide,
} from "./diff/policy-diff.ts";
export { digestOf } from "./digest.ts";
export { type Expr, type Fold, factsOf, fold } from "./expr.ts";
export { FINDING_KINDS, type Finding, type FindingKind } from "./finding.ts";
export { inForce } from "./in-force.ts";
export { suggest } from "./nearest.ts";
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
export {
  BUILT_IN,
  type BuiltIn,
  type NamedPromise,
  type PromiseException,
  type PromiseFile,
} from "./prove/named-promise.ts";
export { parsePromises } from "./prove/parse-promises.ts";
export { type Promised, promisedOf } from "./prove/promised.ts";
export type { Counterexample, Method, Proof } from "./prove/proof.ts";
export { type ProveOptions, prove } from "./prove/prove.ts";
export type { Solver, SolverAnswer } from "./prove/solver.ts";
export { assemble, assembleAll } from "./set.ts";
export { outcomeOf } from "./spec/decide.ts";
export { evaluate, truthOf } from "./spec/evaluate.ts";
export { ordinarySlot } from "./witness/ordinary.ts";
