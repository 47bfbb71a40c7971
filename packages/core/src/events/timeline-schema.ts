/** The form of a timeline: read by the parser, and the source of the JSON Schema for editors. */
import * as z from "zod";
import { FEEDBACK_KINDS } from "../sources/conversation.ts";
import { PURPOSES } from "./event.ts";
import { holdScope } from "./event-data.ts";
import { CREDENTIALS, date, language, name, period, product, region } from "./fields.ts";
import { SECTION_NAMES, type Timeline } from "./timeline.ts";

const at = date.describe("When it happened (or began): a day, or RFC 3339 with an offset.");
const conversation = name.describe("Id of the conversation, as the export has it.");

export const timelineSchema = z
  .strictObject({
    account: name.exactOptional().describe("Id of the account, as the export has it."),
    product: product.exactOptional().describe("Which policies govern: `vendor/product`."),
    signedUp: date.exactOptional().describe("When the account was created."),
    minor: z.boolean().exactOptional().describe("Whether the person is known to be under age."),
    region: z
      .union([region, z.array(z.strictObject({ from: at, region })).min(1)])
      .exactOptional()
      .describe("Where the person lives: `US`, `UK`, `CH`, `EEA-DE` or a country; or a list with dates."),
    plan: z
      .union([name, z.array(z.strictObject({ from: at, plan: name })).min(1)])
      .exactOptional()
      .describe("The plan of the account, or a list with dates."),
    credentials: z
      .array(z.strictObject({ from: at, credential: z.enum(CREDENTIALS) }))
      .exactOptional()
      .describe("What signed the requests of coding and API sessions; `login` before the first entry."),
    terms: z
      .array(z.strictObject({ document: name, acknowledged: at }))
      .exactOptional()
      .describe("Terms the person has accepted."),
    notices: z
      .array(
        z.strictObject({
          shown: at,
          notice: name.exactOptional(),
          surface: name.exactOptional(),
          dialog: z.enum(["pass", "fail"]).exactOptional().describe("The audit verdict of the dialog."),
          language: language.exactOptional().describe("In which it was shown, as a language tag."),
        }),
      )
      .exactOptional()
      .describe("Notices and dialogs that were shown."),
    choices: z
      .array(
        z.strictObject({
          at: date.describe("A day alone counts from its end if granted, from its start if refused."),
          purpose: z.enum(PURPOSES),
          choice: z.enum(["granted", "refused"]),
          surface: name.exactOptional().describe("Where it was made: `settings`, `pop-up`, …"),
          notice: name.exactOptional().describe("The notice it answers."),
          before: z.enum(["on", "off", "none"]).exactOptional().describe("The control before the choice."),
          validFor: period.exactOptional().describe("After this the choice lapses."),
          explicit: z.boolean().exactOptional().describe("An express statement, not a setting."),
        }),
      )
      .exactOptional()
      .describe("Every switch of a setting. An empty list says: no choice was ever made."),
    objections: z
      .array(z.strictObject({ at, basis: name.exactOptional(), withdrawn: date.exactOptional() }))
      .exactOptional()
      .describe("Objections, for example under GDPR article 21."),
    moves: z
      .array(z.strictObject({ at, to: name, data: z.enum(["moved", "kept", "deleted", "left"]) }))
      .exactOptional()
      .describe("Moves to an organisation, and what became of the conversations."),
    deletions: z
      .array(
        z.union([z.strictObject({ conversation, at }), z.strictObject({ account: z.literal(true), at })]),
      )
      .exactOptional()
      .describe("Deleted conversations, or the account."),
    feedback: z
      .array(
        z.strictObject({
          conversation,
          at,
          kind: z.enum(FEEDBACK_KINDS),
          rating: name.exactOptional().describe("`up` or `down`."),
          item: name.exactOptional().describe("Id of the message."),
        }),
      )
      .exactOptional()
      .describe("Ratings, bug reports, surveys and shared transcripts."),
    flags: z
      .array(z.strictObject({ conversation, at, cleared: date.exactOptional() }))
      .exactOptional()
      .describe("Conversations flagged for safety review."),
    holds: z
      .array(
        z.strictObject({
          hold: name,
          placed: at,
          released: date.exactOptional(),
          scope: holdScope.exactOptional(),
        }),
      )
      .exactOptional()
      .describe("Legal holds on the account's conversations."),
    organisation: z
      .strictObject({
        retention: z.union([period, z.literal("none")]).exactOptional(),
        optedIn: z.boolean().exactOptional(),
        since: date.exactOptional(),
        terminated: date.exactOptional().describe("When the contract ended."),
      })
      .exactOptional()
      .describe("What the account's organisation has settled."),
    complete: z
      .array(z.enum(SECTION_NAMES))
      .exactOptional()
      .describe("The sections that are full; without this line, all that are written."),
  })
  .describe(
    "What an account's exports do not say: plan, choices, deletions, and which lists are full.",
  ) satisfies z.ZodType<Timeline>;
