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
