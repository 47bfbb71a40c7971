/**
 * **Controller**: who answers for the processing, as a receipt has to name them
 *
 * What a record of consent must say and no event knows: written once, in YAML, by whoever asks.
 */
import * as z from "zod";
import { ProvisoError } from "../errors.ts";
import { PURPOSES } from "../events/event.ts";
import { type YamlKind, yamlValue } from "../events/yaml-value.ts";

const text = z.string().min(1);
const address = z.url();
const period = z.iso.duration();

const CONTROLLER = z.strictObject({
  id: address.describe("An address of one's own; ids of records and notices begin with it."),
  name: text,
  address: text.describe("Postal address."),
  contact: text.describe("Where questions and complaints go."),
  exercisedAt: address.describe("Where a choice is changed and withdrawn."),
  jurisdiction: text.describe("Country or region, as `IE` or `US-CA`."),
  law: z.enum(["gdpr", "other"]).describe("`gdpr`: the legal basis is Article 6(1)(a)."),
  recipients: z.array(text).min(1).exactOptional().describe("Who gets the data; the controller, by default."),
  storage: z.strictObject({
    locations: z.array(text).min(1).describe("Countries, as `IE`."),
    duration: period.describe("How long it is kept for the purpose, as `P5Y`."),
    deletion: period.exactOptional().describe("How long it may stay after it was deleted, as `P30D`."),
  }),
  data: text.default("Chat content").describe("What is used, in words."),
  purposes: z
    .partialRecord(z.enum(PURPOSES), z.strictObject({ says: text }))
    .exactOptional()
    .describe("What each purpose was called where it was asked for."),
  notices: z
    .record(
      z.string(),
      z.strictObject({
        language: text.describe("BCP 47, as `en`."),
        date: z.iso.date().exactOptional(),
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .exactOptional()
          .describe("Of the notice as it was shown."),
      }),
    )
    .exactOptional()
    .describe("By the notice's id in events."),
});

export type Controller = Readonly<z.infer<typeof CONTROLLER>>;

export function controllerSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(CONTROLLER, { io: "input" });
  return { $schema, title: "Proviso controller", ...schema };
}

const KIND: YamlKind = { called: "controller", code: "PROFILE_INVALID" };

/** @throws ProvisoError PROFILE_INVALID with line and field, INPUT_EMPTY */
export function parseController(yaml: string, file: string): Controller {
  const read = yamlValue(yaml, file, KIND);
  const parsed = CONTROLLER.safeParse(read.value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path =
    issue === undefined
      ? []
      : issue.code === "unrecognized_keys"
        ? [...issue.path, issue.keys[0] ?? ""]
        : issue.path;
  const field = path.join(".");
  throw new ProvisoError("PROFILE_INVALID", `the controller's \`${field}\` is not right`, {
    place: { ...read.placeOf(path, issue?.code === "unrecognized_keys"), field },
    hint: issue?.message.toLowerCase(),
  });
}
