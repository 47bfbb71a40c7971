/**
 * The `data` of every event type as it comes over the wire.
 *
 * INVARIANT: total over EventType; a new type without an entry does not compile. Unknown fields are
 * refused, since a field that was meant to limit something and is passed over would permit more.
 */
import * as z from "zod";
import { suggest } from "../policy/nearest.ts";
import { FEEDBACK_KINDS } from "../sources/conversation.ts";
import { EVENT_TYPES, type EventData, type EventType, PURPOSES } from "./event.ts";
import { CREDENTIALS, language, name, period, region, scopeRegion } from "./fields.ts";
import { FAULTS, parseTime, printTime, TIME_HINT } from "./time.ts";

const PREFIX = "proviso.";
const choice = z.enum(["granted", "refused"]);
const credential = z.enum(CREDENTIALS);
const names = z.array(name);
const someNames = names.min(1);
const someRegions = z.array(scopeRegion).min(1);
const nothing = z.strictObject({});

export const holdScope = z.strictObject({
  conversations: someNames.exactOptional(),
  plans: someNames.exactOptional(),
  exceptPlans: someNames.exactOptional(),
  regions: someRegions.exactOptional(),
  exceptRegions: someRegions.exactOptional(),
});

const instant = z
  .string()
  .check((context) => {
    const found = parseTime(context.value);
    if (typeof found === "number") return;
    const message = `\`${context.value}\` ${FAULTS[found]}`;
    context.issues.push({ code: "custom", message, params: { hint: TIME_HINT }, input: context.value });
  })
  .meta({ format: "date-time" })
  .overwrite((text) => printTime(Number(parseTime(text))));

const DIGEST = /^sha256:[0-9a-f]{64}$/;

const manifestDigest = z
  .string()
  .check((context) => {
    if (DIGEST.test(context.value)) return;
    const message = `\`${context.value}\` is not the digest of a manifest`;
    const hint = "write `sha256:` and 64 hexadecimal digits, as `manifest.json` has them in `digest`";
    context.issues.push({ code: "custom", message, params: { hint }, input: context.value });
  })
  .meta({ pattern: DIGEST.source });

/** A kind of a newer version may stand here: it takes nothing in that this version could miss. */
const kind = z.string().check((context) => {
  const { value } = context;
  const bare = value.startsWith(PREFIX) ? value.slice(PREFIX.length) : undefined;
  const known: readonly string[] = [...EVENT_TYPES, "*"];
  if (known.includes(value)) return;
  const hint = bare === undefined ? suggest(value, known) : `write \`${bare}\`, without the prefix`;
  if (hint === undefined && value !== "") return;
  context.issues.push({
    code: "custom",
    message: `\`${value}\` is not a kind of event`,
    params: { hint: hint ?? "write event types without prefix, or `*` for all" },
    input: value,
  });
});

type DataTable = { readonly [K in EventType]: z.ZodType<EventData[K]> };

export const DATA = {
  "account.created": z.strictObject({
    plan: name.exactOptional(),
    region: region.exactOptional(),
    minor: z.boolean().exactOptional(),
  }),
  "account.plan-changed": z.strictObject({ plan: name }),
  "account.credential-changed": z.strictObject({ credential }),
  "account.region-changed": z.strictObject({ region }),
  "account.moved": z.strictObject({ to: name, data: z.enum(["moved", "kept", "deleted", "left"]) }),
  "account.deleted": nothing,
  "contract.terminated": nothing,
  "organisation.retention-set": z.strictObject({ max: z.union([period, z.null()]) }),
  "organisation.opted-in": z.strictObject({ in: z.boolean() }),
  "terms.acknowledged": z.strictObject({ document: name }),
  "notice.shown": z.strictObject({
    notice: name.exactOptional(),
    surface: name.exactOptional(),
    dialog: z.enum(["pass", "fail"]).exactOptional(),
    language: language.exactOptional(),
  }),
  "choice.made": z.strictObject({
    purpose: z.enum(PURPOSES),
    choice,
    surface: name.exactOptional(),
    notice: name.exactOptional(),
    before: z.enum(["on", "off", "none"]).exactOptional(),
    validFor: period.exactOptional(),
    explicit: z.boolean().exactOptional(),
  }),
  "objection.filed": z.strictObject({ basis: name.exactOptional() }),
  "objection.withdrawn": nothing,
  "conversation.created": z.strictObject({
    undated: z.boolean().exactOptional(),
    surface: name.exactOptional(),
    mode: z.enum(["ordinary", "incognito", "temporary"]).exactOptional(),
    credential: credential.exactOptional(),
    plan: name.exactOptional(),
    coveredModel: z.boolean().exactOptional(),
  }),
  "item.added": z.strictObject({
    undated: z.boolean().exactOptional(),
    item: name.exactOptional(),
    role: z.enum(["user", "assistant", "system", "tool"]).exactOptional(),
    source: z.enum(["user", "assistant", "tool", "connector", "system"]).exactOptional(),
    pasted: z.boolean().exactOptional(),
    hidden: z.boolean().exactOptional(),
    signal: name.exactOptional(),
    name: name.exactOptional(),
  }),
  "participant.joined": z.strictObject({ account: name, choice: choice.exactOptional() }),
  "feedback.given": z.strictObject({
    undated: z.boolean().exactOptional(),
    kind: z.enum(FEEDBACK_KINDS),
    rating: name.exactOptional(),
    item: name.exactOptional(),
  }),
  "safety.flagged": nothing,
  "safety.cleared": nothing,
  "review.done": nothing,
  "conversation.deleted": nothing,
  "hold.placed": z.strictObject({ hold: name, scope: holdScope.exactOptional() }),
  "hold.released": z.strictObject({ hold: name }),
  "run.started": z.strictObject({
    run: name,
    purpose: z.enum(PURPOSES).exactOptional(),
    includes: names.exactOptional(),
    manifest: manifestDigest.exactOptional(),
    model: name.exactOptional(),
  }),
  "copy.destroyed": z.strictObject({ copy: name }),
  /** `from` is on the wire only: in memory it is the event's `at`. */
  "log-complete": z.strictObject({
    kinds: z.array(kind).min(1),
    from: instant.exactOptional(),
    until: instant.exactOptional(),
  }),
} satisfies DataTable;
