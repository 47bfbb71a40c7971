export { compare } from "./compare.ts";
export {
  type Difference,
  type Hindrance,
  LOGGED_DECISION,
  type LoggedDecision,
  type Replayed,
} from "./replay.ts";
export { type Logged, Replayer, type ReplayOptions } from "./replayer.ts";
