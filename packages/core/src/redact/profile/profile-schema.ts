/** The form of `redaction.yaml`: read by the parser, and the source of the JSON Schema for editors. */
import * as z from "zod";
import { OPERATORS } from "../operators/operator.ts";
import { FLAG_ACTIONS, ROLES } from "./profile.ts";

/** YAML has numbers that JSON Schema sees as numbers; the parser reads every scalar as text. */
const SCALAR = ["string", "number"];

const text = z.string().min(1).meta({ type: SCALAR });
const texts = z.array(text);
const TYPE = /^[A-Z][A-Z0-9_]*$/;

function refused(pattern: RegExp, message: (value: string) => string, hint: string): z.ZodType<string> {
  return z
    .string()
    .check((payload) => {
      if (pattern.test(payload.value)) return;
      payload.issues.push({
        code: "custom",
        message: message(payload.value),
        params: { hint },
        input: payload.value,
      });
    })
    .meta({ pattern: pattern.source });
}

const type = refused(
  TYPE,
  (value) => `\`${value}\` is no name of a type`,
  "write it in capitals: `EMAIL`, or one of your own such as `EMPLOYEE_ID`",
);
const name = refused(
  /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/,
  (value) => `\`${value}\` is no name`,
  "use lower-case letters, digits, `-` and `.`",
);
const language = refused(
  /^[a-z]{2,3}$/,
  (value) => `\`${value}\` is no language`,
  "write the code of the language: `en`, `de`",
);

function number(least: number, most: number, isWhole = false): z.ZodType<number, string> {
  const form = isWhole ? /^\d{1,6}$/ : /^(?:\d{1,6}(?:\.\d+)?|\.\d+)$/;
  return z
    .string()
    .check((payload) => {
      const value = Number(payload.value);
      if (form.test(payload.value) && value >= least && value <= most) return;
      const message = `\`${payload.value}\` is not a ${isWhole ? "whole " : ""}number from ${least} to ${most}`;
      payload.issues.push({ code: "custom", message, input: payload.value });
    })
    .meta({ type: isWhole ? "integer" : "number", minimum: least, maximum: most })
    .transform(Number);
}

const score = number(0, 1);
const version = refused(
  /^1$/,
  (value) => `\`${value}\` is no version of this format`,
  "write `version: 1`",
).meta({ type: SCALAR, enum: [1, "1"], description: "The version of this format: 1." });

const operatorFields = z.strictObject({
  operator: z.enum(OPERATORS),
  numbered: z.boolean().exactOptional().describe("`replace`: `[PERSON_1]`, counted within a document."),
  text: text.exactOptional().describe("`replace`: this text for every value."),
  char: z.string().exactOptional().describe("`mask`: what covers a letter or digit; `*` without it."),
  keepFirst: number(0, 100, true).exactOptional().describe("`mask`: how many stay at the beginning."),
  keepLast: number(0, 100, true).exactOptional().describe("`mask`: how many stay at the end."),
  bits: number(64, 256, true).exactOptional().describe("`hash`: how long; a multiple of 8, 64 without it."),
  dates: z
    .enum(["day-first", "month-first"])
    .exactOptional()
    .describe("`pseudonym`: how 03/04/1987 is read; `month-first` without it."),
});
export const operator = z.union([z.enum(OPERATORS), operatorFields]);

const rules = {
  threshold: score.exactOptional().describe("Findings with a lower score are left alone; 0.5 without it."),
  default: operator.exactOptional().describe("What is written for types that `entities` does not name."),
  entities: z
    .record(z.string(), operator)
    .exactOptional()
    .describe("What is written, by type (`EMAIL`) or group of types (`secret`)."),
};

const context = z.union([
  texts.min(1),
  z.strictObject({
    words: texts.min(1),
    boost: score.exactOptional().describe("Added to the score where a word stands near; 0.35 without it."),
    required: z.boolean().exactOptional().describe("Without one of the words there is no finding."),
  }),
]);

const recognizer = z.strictObject({
  name: name.describe("How findings name it."),
  type: type.describe("One of the known types, or one of your own."),
  patterns: z
    .array(z.strictObject({ regex: text, score: score.exactOptional().describe("0.5 without it.") }))
    .exactOptional()
    .describe("Regular expressions in RE2 syntax: no look-around, no references back."),
  validator: text.exactOptional().describe("A checksum that a match must have: `luhn`, `mod97`, …"),
  context: context.exactOptional().describe("Words that stand near a value, in any language."),
  deny: texts.exactOptional().describe("Values that are always found."),
  allow: texts.exactOptional().describe("Values that are never found."),
  languages: z.array(language).exactOptional().describe("Asked only if the profile has one of these."),
  ignoreCase: z.boolean().exactOptional(),
});

export const profileSchema = z
  .strictObject({
    version,
    profile: name.describe("A name for reports and manifests."),
    extends: text.exactOptional().describe("A built-in profile that this one starts from."),
    ...rules,
    scope: text.exactOptional().describe("Within what a value keeps its pseudonym."),
    names: z
      .union([
        z.enum(["on", "off"]),
        z.strictObject({
          model: z
            .union([
              z.strictObject({
                http: z.string().min(1),
                timeoutSeconds: number(1, 3600, true).exactOptional(),
              }),
              z.strictObject({ onnx: z.string().min(1), vocabulary: z.string().min(1).exactOptional() }),
            ])
            .exactOptional(),
        }),
      ])
      .exactOptional()
      .describe("Whether names of people, places and organisations are looked for."),
    flags: z
      .enum(FLAG_ACTIONS)
      .exactOptional()
      .describe("Documents that speak of health, belief, and the like."),
    languages: z.array(language).min(1).exactOptional().describe("Languages of the data."),
    allow: z
      .array(
        z.union([
          text,
          z.strictObject({
            values: texts.min(1).exactOptional(),
            patterns: texts.min(1).exactOptional(),
            types: z.array(type).min(1).exactOptional(),
            ignoreCase: z.boolean().exactOptional(),
          }),
        ]),
      )
      .exactOptional()
      .describe("Values that are never redacted."),
    deny: z
      .array(z.strictObject({ type, values: texts.min(1), ignoreCase: z.boolean().exactOptional() }))
      .exactOptional()
      .describe("Values that are always redacted."),
    recognizers: z.array(recognizer).exactOptional().describe("Recognizers of your own."),
    fields: z
      .strictObject({
        redact: z.record(z.string(), type).exactOptional().describe("Path: type."),
        keep: texts.exactOptional().describe("Paths that are never touched."),
      })
      .exactOptional()
      .describe("Places in structured data."),
    roles: z
      .strictObject(Object.fromEntries(ROLES.map((role) => [role, z.strictObject(rules).exactOptional()])))
      .exactOptional()
      .describe("What differs for the texts of one role."),
  })
  .describe("What is redacted from conversations, and what is written in its place.");

export type ProfileFile = z.output<typeof profileSchema>;
export type OperatorFile = z.output<typeof operator>;
