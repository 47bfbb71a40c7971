export { type HistoryOptions, LineageHistory } from "./history.ts";
export type {
  After,
  LaterManifest,
  Lineage,
  LineageManifest,
  Listed,
  Members,
  Membership,
  Run,
  RunMembers,
  Stop,
  StopKind,
} from "./lineage.ts";
export type { IsMember } from "./runs.ts";
export {
  type ModelTrace,
  type RunTrace,
  traceConversation,
  traceModel,
  traceRun,
  traceSubject,
} from "./trace.ts";
