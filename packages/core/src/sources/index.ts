export {
  type Account,
  type Conversation,
  FEEDBACK_KINDS,
  type Feedback,
  type FeedbackKind,
  type Holding,
  type Item,
  type Locator,
  type SourceRecord,
} from "./conversation.ts";
export { type Detected, detect, read, SOURCES } from "./read.ts";
export { Report } from "./report.ts";
export type { Input, ReadOptions, Source, SourceFile } from "./source.ts";
