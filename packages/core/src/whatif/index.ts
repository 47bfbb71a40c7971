export { adviceOf } from "./advice.ts";
export { compare } from "./compare.ts";
export { FactsAt, type Recorded } from "./facts-at.ts";
export {
  type Asking,
  type DayQuestion,
  dayQuestion,
  instantsQuestion,
  versionsQuestion,
} from "./questions.ts";
export type { Rivals } from "./sides.ts";
export { type FlowName, WhatIfTally } from "./tally.ts";
export {
  type Action,
  type Answer,
  type Change,
  type Comparison,
  type Counted,
  type Dating,
  type Distinct,
  type Effect,
  type Flow,
  KEEP_CHANGES,
  type KeepChange,
  type KeepChangeKind,
  type KeepFlow,
  type Listed,
  type PurposeFlows,
  SEGMENTS,
  type SegmentName,
  type Segments,
  type Side,
  type Spread,
  type Transition,
  type WhatIf,
  type WhatIfQuestion,
} from "./what-if.ts";
