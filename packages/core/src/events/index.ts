export { timelineOf } from "./answers-timeline.ts";
export { type ColumnType, EVENT_COLUMNS, type EventColumn } from "./columns.ts";
export { type CompletenessContext, completeness } from "./completeness.ts";
export {
  EVENT_TYPES,
  type Event,
  type EventData,
  type EventOf,
  type EventType,
  type ForeignEvent,
  type HoldScope,
  PURPOSES,
  type Purpose,
} from "./event.ts";
export { eventSchema } from "./event-schema.ts";
export { parseEvent } from "./parse-event.ts";
export { parseTimeline, readTimeline, type TimelineReading } from "./parse-timeline.ts";
export { printEvent } from "./print-event.ts";
export { printTimeline } from "./print-timeline.ts";
export {
  type Answers,
  type Option,
  type ProductSheet,
  QUESTION_IDS,
  type Question,
  type QuestionId,
  UNKNOWN,
} from "./question.ts";
export { answer, nextQuestion, questionOf } from "./questions.ts";
export { eventLines, meantType, type ReadEventsOptions, readEvents } from "./read-events.ts";
export { type RecordContext, record } from "./record.ts";
export { type EventRow, eventRow } from "./row.ts";
export {
  isFull,
  isWritten,
  SECTION_NAMES,
  type Section,
  type Timeline,
  type TimelineChoice,
  type TimelineDeletion,
  unvouched,
} from "./timeline.ts";
export { type TimelineContext, timelineEvents } from "./timeline-events.ts";
export { timelineJsonSchema } from "./timeline-json-schema.ts";
export { type YamlKind, type YamlValue, yamlValue } from "./yaml-value.ts";
