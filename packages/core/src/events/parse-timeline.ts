/**
 * Text of `account.yaml` -> **Timeline** -> events
 *
 * Nothing is passed over: an unknown key, an impossible date or two entries that cannot both be true
 * is an error with its place, and what would be right.
 */
import { ProvisoError } from "../errors.ts";
import { contradictions } from "./contradictions.ts";
import { knownKeys } from "./known-keys.ts";
import { printPath, type Refusal, refusalsOf } from "./refusal.ts";
import type { Timeline } from "./timeline.ts";
import { timelineSchema } from "./timeline-schema.ts";
import { type YamlValue, yamlValue } from "./yaml-value.ts";

export interface TimelineReading {
  /** Undefined when there are errors. */
  readonly timeline: Timeline | undefined;
  readonly errors: readonly ProvisoError[];
}

/** @throws ProvisoError TIMELINE_INVALID, TIMELINE_CONTRADICTION, INPUT_EMPTY: the first of all errors */
export function parseTimeline(text: string, file: string): Timeline {
  const { timeline, errors } = readTimeline(text, file);
  const [first] = errors;
  if (first !== undefined || timeline === undefined) throw first;
  return timeline;
}

/** All errors at once, for whoever shows them beside the text. Text that is not YAML has one. */
export function readTimeline(text: string, file: string): TimelineReading {
  let yaml: YamlValue;
  try {
    yaml = yamlValue(text, file);
  } catch (error) {
    if (error instanceof ProvisoError) return { timeline: undefined, errors: [error] };
    throw error;
  }
  const result = timelineSchema.safeParse(yaml.value);
  if (!result.success) {
    const refusals = refusalsOf(result.error.issues, yaml.value, (path) => knownKeys(timelineSchema, path));
    return { timeline: undefined, errors: refusals.map((one) => invalid(one, yaml)) };
  }
  const timeline: Timeline = result.data;
  const errors = contradictions(timeline).map(
    ({ path, message, hint, code }) =>
      new ProvisoError(code, message, {
        place: { ...yaml.placeOf(path, false), field: printPath(path) },
        hint,
      }),
  );
  return { timeline: errors.length === 0 ? timeline : undefined, errors };
}

function invalid({ path, message, hint, isKey }: Refusal, yaml: YamlValue): ProvisoError {
  const field = path.length === 0 ? undefined : printPath(path);
  const place = { ...yaml.placeOf(path, isKey), field };
  return new ProvisoError("TIMELINE_INVALID", message, { place, hint });
}
