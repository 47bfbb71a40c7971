/**
 * What a session is called: what the person says, the client, a summary, or else the first prompt
 */
import type { RawRecord } from "../json/lines.ts";
import { project } from "../json/project.ts";
import type { Shape } from "../json/shape.ts";
import { listOf, nameOf, objectOf } from "../read-field.ts";

/** Rank by who gave the title. */
export const TITLES = { prompt: 1, summary: 2, ai: 3, custom: 4 } as const;
const PROMPT_TITLE_UNITS = 80;
/** Room for white space that the title does without. */
const PROMPT_UNITS = 200;
/** Prompts that the client writes around commands and notices. */
const NOT_A_TITLE = /^\s*(?:<|\[Request interrupted|Caveat:)/;

/** A prompt's beginning, to title a session that nothing else titles. */
const PROMPT: Shape = {
  object: {
    message: {
      object: {
        content: {
          string: { prefix: PROMPT_UNITS },
          array: { object: { type: "value", text: { prefix: PROMPT_UNITS } }, rest: "skip" },
        },
      },
      rest: "skip",
    },
  },
  rest: "skip",
};

/** Undefined for what nobody typed. */
export function promptTitle(raw: RawRecord): string | undefined {
  const { content } = objectOf(objectOf(project(raw.bytes, PROMPT))["message"]);
  const [first] = listOf(content)
    .map(objectOf)
    .filter((block) => block["type"] === "text");
  const text = typeof content === "string" ? content : nameOf(first?.["text"]);
  if (text === undefined || NOT_A_TITLE.test(text)) return undefined;
  const title = text.trim().replace(/\s+/g, " ").slice(0, PROMPT_TITLE_UNITS);
  // A cut must not leave half of a surrogate pair.
  return title === ""
    ? undefined
    : title
        .toWellFormed()
        .replace(/\uFFFD$/, "")
        .trimEnd();
}
