/**
 * A shape with a great many fields -> the part of it that an input has used so far
 *
 * The shapes of chat messages know every dialect in every place, which is tens of thousands of fields
 * to prepare and to search among; one input uses a few dozen. Meaning: the whole shape
 * (narrow-shape.test.ts holds the two equal).
 */
import { ProvisoError } from "../../errors.ts";
import type { RawRecord } from "../json/lines.ts";
import { project } from "../json/project.ts";
import { type RecordContext, readRecord } from "../json/read-record.ts";
import type { ByType, Fields, Shape } from "../json/shape.ts";
import type { Json } from "../read-field.ts";

type Part = { -readonly [K in keyof ByType]: ByType[K] };

export class NarrowShape {
  readonly #whole: Shape;
  #part: Shape;

  constructor(whole: Shape) {
    this.#whole = whole;
    this.#part = emptyPart(whole);
  }

  /** As `readRecord` with the whole shape. */
  read(raw: RawRecord, context: RecordContext): Json | undefined {
    let value: unknown;
    let strange: string[];
    do {
      strange = [];
      const seen = strange;
      try {
        value = project(raw.bytes, this.#part, (path) => void seen.push(path));
      } catch (error) {
        if (!(error instanceof ProvisoError) || error.code !== "INPUT_MALFORMED") throw error;
        // Damage in what the part passes over would be named in other words than the whole names it in.
        return readRecord(raw, this.#whole, context);
      }
      // What was passed over because the part lacks it, though the whole has it, is read again.
    } while (strange.length > 0 && this.#widen(strange));
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return readRecord(raw, this.#whole, context);
    }
    for (const path of strange) {
      if (context.onUnknown === undefined) context.report.countUnknown(path);
      else context.onUnknown(path);
    }
    return value as Json;
  }

  #widen(paths: readonly string[]): boolean {
    const before = this.#part;
    for (const path of paths) this.#part = widened(this.#part, this.#whole, path);
    return this.#part !== before;
  }
}

/** Nothing of the whole that can be added when it is met: what is met and not named reports itself. */
function emptyPart(whole: Shape): Shape {
  if (typeof whole === "string" || "prefix" in whole || whole.map !== undefined || whole.rest !== undefined) {
    return whole;
  }
  return whole.string === undefined ? {} : { string: whole.string };
}

/**
 * `part` with what `path` names (as `project` reports it), if `whole` has that; otherwise `part` itself.
 * A key with a point in it may be taken for a path. Then too much is added, which changes no result.
 */
function widened(part: Shape, whole: Shape, path: string): Shape {
  if (part === whole || typeof part === "string" || typeof whole === "string") return part;
  if ("prefix" in part || "prefix" in whole) return part;
  if (path === " (object)" || path === " (array)") return withType(part, whole, path);
  if (path.startsWith("[]")) {
    if (part.array === undefined || whole.array === undefined) return part;
    const rest = path.slice(path[2] === "." ? 3 : 2);
    const array = widened(part.array, whole.array, rest);
    return array === part.array ? part : { ...part, array };
  }
  return part.object === undefined || whole.object === undefined
    ? part
    : withField(part, part.object, whole.object, path);
}

function withType(part: ByType, whole: ByType, path: string): Shape {
  const more: Part = { ...part };
  if (path === " (object)" && part.object === undefined && whole.object !== undefined) more.object = {};
  else if (path === " (array)" && part.array === undefined && whole.array !== undefined) {
    more.array = emptyPart(whole.array);
  } else return part;
  return more;
}

function withField(part: ByType, known: Fields, all: Fields, path: string): Shape {
  const name = /^[^.[ ]+/.exec(path)?.[0] ?? path;
  const inWhole = Object.hasOwn(all, name) ? all[name] : undefined;
  if (inWhole === undefined) return part;
  const inPart = Object.hasOwn(known, name) ? known[name] : undefined;
  if (inPart === undefined) return { ...part, object: { ...known, [name]: emptyPart(inWhole) } };
  const rest = path.slice(name.length);
  const field = widened(inPart, inWhole, rest.startsWith(".") ? rest.slice(1) : rest);
  return field === inPart ? part : { ...part, object: { ...known, [name]: field } };
}
