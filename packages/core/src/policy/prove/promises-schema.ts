/**
 * The shape of a `promises.yaml` as JSON Schema (2020-12), for editors.
 *
 * Looser than `parse-promises.ts`; it never refuses what that accepts. Published as
 * `policies/schema/promises.schema.json` by `scripts/generate-schemas.ts`.
 */
import { PURPOSES } from "../../events/event.ts";
import { record, type Schema } from "../schema-record.ts";

const ID = "^[a-z0-9]+([.-][a-z0-9]+)*$";
const list = (items: Schema, description: string): Schema => ({ type: "array", description, items });
const names = (description: string): Schema => list({ type: ["string", "number"] }, description);
const purposes = (description: string): Schema => ({
  ...list({ enum: PURPOSES }, description),
  minItems: 1,
  examples: [["train-general"]],
});
const when: Schema = {
  type: "string",
  description: "Where it is promised; absent: everywhere. A condition in CEL, which may speak of items.",
  examples: ['training.choice == "refused"'],
};

const promise = record(
  "What is promised of every answer, whatever the facts.",
  {
    id: { type: "string", pattern: ID, description: "Its name in results." },
    says: { type: "string", description: "The promise as a person would put it." },
    policies: names("Ids of policies; absent: all of the pack."),
    versions: names("Versions; absent: all."),
    never: record(
      "No answer permits this.",
      {
        permit: purposes("Purposes that are never permitted."),
        when,
        except: names("Ids of rules, or reasons, that permit all the same."),
      },
      ["permit"],
    ),
    always: record("Every answer is this.", {
      deny: purposes("Denied for certain, even where facts are not known."),
      permit: purposes("Permitted wherever all facts are known."),
      when,
    }),
  },
  ["id", "says"],
  { oneOf: [{ required: ["never"] }, { required: ["always"] }] },
);

const exception = record(
  "Rules that a built-in promise does not reach.",
  {
    promise: { enum: ["refusal-never-permits"], description: "The built-in promise." },
    policy: { type: "string", description: "Id of the policy." },
    rules: names("Ids of rules that permit all the same."),
    why: { type: "string", description: "The reason, in a sentence." },
  },
  ["promise", "policy", "rules", "why"],
);

export const PROMISES_SCHEMA: Schema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Proviso promises",
  ...record("What a pack of policies promises; `proviso policy prove` decides it for all facts.", {
    promises: list(promise, "Promises beside those that every policy makes."),
    exceptions: list(exception, "What the built-in promises leave out."),
  }),
};
