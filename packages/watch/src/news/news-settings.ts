/**
 * `news.yaml` -> **NewsSettings** -> feeds are read, items are told apart by service
 *
 *   feeds:
 *     - https://example.org/tech/feed.xml
 *   services:
 *     Claude.ai: [Claude, Anthropic]
 *   halfLifeDays: 7
 *   mostItems: 5000
 */
import { z } from "zod";
import { errorOf } from "../declare/fault.ts";
import { locatedText } from "../declare/located-text.ts";

export interface NewsSettings {
  /** Addresses of RSS, Atom or JSON feeds. */
  readonly feeds: readonly string[];
  /** By service as it is archived: names by which news calls it and its vendor. */
  readonly services: Readonly<Record<string, readonly string[]>>;
  /** Days after which an item weighs half. */
  readonly halfLifeDays: number;
  /** Items that are kept; the oldest go. */
  readonly mostItems: number;
}

const MOST_FEEDS = 500;
const MOST_NAMES = 50;
const MOST_KEPT = 100_000;

const whole = (least: number, most: number, fallback: number): z.ZodType<number> =>
  z
    .string()
    .regex(/^\d{1,6}$/u, `a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `a whole number from ${least} to ${most}`)
    .default(fallback);

const FORM = z.strictObject({
  feeds: z
    .array(z.url({ protocol: /^https?$/u, error: "an address that begins with `https://` or `http://`" }))
    .min(1, "at least one feed")
    .max(MOST_FEEDS),
  services: z
    .record(
      z.string(),
      z.array(z.string().trim().min(2, "a name of two letters or more")).min(1).max(MOST_NAMES),
    )
    .default({}),
  halfLifeDays: whole(1, 365, 7),
  mostItems: whole(10, MOST_KEPT, 5_000),
});

/** @throws ProvisoError INPUT_EMPTY, INPUT_MALFORMED with file, line and field */
export function parseNewsSettings(text: string, file: string): NewsSettings {
  const located = locatedText(text, file);
  const read = FORM.safeParse(located.value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  if (unknown !== undefined) {
    const hint = "known are `feeds`, `services`, `halfLifeDays`, `mostItems`";
    const path = [...(issue?.path ?? []), unknown];
    throw errorOf({ path, message: `\`${unknown}\` is no setting of news`, hint, isKey: true }, located);
  }
  const hint = issue?.message;
  throw errorOf({ path: issue?.path ?? [], message: "this is not what is expected here", hint }, located);
}
