/**
 * The kinds of values that events and timelines share, each with the sentence that helps whoever
 * wrote it wrong. Zod reads them; the JSON Schemas for editors come from the same definitions.
 */
import * as z from "zod";
import { splitRegion } from "../facts/region.ts";
import { parsePeriod, printPeriod } from "../policy/period.ts";
import { DATE_HINT, FAULTS, parseDate } from "./time.ts";

/** What an issue says beside its message: the hint, passed through zod's `params`. */
interface Refusal {
  readonly message: string;
  readonly hint: string;
}

function refuse(context: z.core.ParsePayload<string>, { message, hint }: Refusal): void {
  context.issues.push({ code: "custom", message, params: { hint }, input: context.value });
}

/** An id or a name: any text that is not empty. */
export const name: z.ZodType<string> = z.string().min(1);

const PRODUCT = /^[a-z0-9-]+\/[a-z0-9-]+$/;

/** `vendor/product`, as policy packs name them. */
export const product: z.ZodType<string> = z
  .string()
  .check((context) => {
    if (PRODUCT.test(context.value)) return;
    refuse(context, { message: `\`${context.value}\` is not a product`, hint: "write `vendor/product`" });
  })
  .meta({ pattern: PRODUCT.source });

const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/;

/** A language tag in the form of BCP 47; kept in its canonical case. */
export const language: z.ZodType<string> = z
  .string()
  .check((context) => {
    if (LANGUAGE.test(context.value) && canonicalLanguage(context.value) !== undefined) return;
    refuse(context, {
      message: `\`${context.value}\` is not a language tag`,
      hint: "write `en`, `de-CH` or another tag of BCP 47",
    });
  })
  .meta({ pattern: LANGUAGE.source, examples: ["en", "de-CH"] })
  .overwrite((text) => canonicalLanguage(text) ?? text);

function canonicalLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

export const CREDENTIALS = ["login", "api-key", "cloud", "anonymous"] as const;

const PERIOD =
  /^(?:P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T\d+H)?|(?=.)(?:\d+y)?(?:\d+mo)?(?:\d+w)?(?:\d+d)?(?:\d+h)?)$/;

/** `1y`, `6mo`, `90d` or ISO 8601; kept in the ISO form (`P90D`). */
export const period: z.ZodType<string> = z
  .string()
  .check((context) => {
    const fault = faultOf(() => printPeriod(parsePeriod(context.value)));
    if (fault !== undefined) refuse(context, fault);
  })
  .meta({ pattern: PERIOD.source, examples: ["P90D", "1y"] })
  .overwrite((text) => printPeriod(parsePeriod(text)));

function faultOf(read: () => unknown): Refusal | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    const hint = (error as { hint?: unknown }).hint;
    return {
      message: (error as Error).message,
      hint: typeof hint === "string" ? hint : "write `90d` or `P90D`",
    };
  }
}

const REGION_HINT = "write `US`, `UK`, `CH`, `EEA-DE` (with the country) or another two-letter country";
const COUNTRY = "[A-Za-z]{2}";
const REGION = new RegExp(`^(?:EEA|EEA-${COUNTRY}|${COUNTRY})$`, "i");

/** A region as accounts have it; kept in upper case. */
export const region: z.ZodType<string> = z
  .string()
  .check((context) => {
    const message = regionFault(context.value);
    if (message !== undefined) refuse(context, { message, hint: REGION_HINT });
  })
  .meta({ pattern: `^(?:EEA|EEA-${COUNTRY}|${COUNTRY})$`, examples: ["US", "UK", "EEA-DE"] })
  .overwrite((text) => text.toUpperCase());

function regionFault(text: string): string | undefined {
  const code = text.toUpperCase();
  if (!REGION.test(text) || code === "EU") return `\`${text}\` is not a region`;
  if (code.startsWith("EEA-") && splitRegion(code.slice(4)).region !== "EEA") {
    return `\`${code.slice(4)}\` is not a country of the EEA`;
  }
  return undefined;
}

/** A region as the scope of a hold compares it: the EEA as a whole, other countries by code. */
export const scopeRegion: z.ZodType<string> = z
  .string()
  .check((context) => {
    const fault = regionFault(context.value);
    const text = context.value;
    if (fault !== undefined) refuse(context, { message: fault, hint: REGION_HINT });
    else if (splitRegion(text).region !== text.toUpperCase() && splitRegion(text).region === "EEA") {
      refuse(context, {
        message: `\`${text}\` is part of a region`,
        hint: "a hold knows the `EEA` as a whole",
      });
    }
  })
  .overwrite((text) => splitRegion(text).region);

/** A day alone, or an instant with an offset, as a timeline writes it; kept as written. */
export const date: z.ZodType<string> = z
  .string()
  .check((context) => {
    const found = parseDate(context.value);
    if (typeof found !== "string") return;
    const message = `\`${context.value}\` ${found === "form" ? "is not a date" : FAULTS[found]}`;
    refuse(context, { message, hint: DATE_HINT });
  })
  .meta({
    pattern: "^\\d{4}-\\d{2}-\\d{2}(?:[Tt]\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?(?:[Zz]|[+-]\\d{2}:\\d{2}))?$",
    examples: ["2025-10-08", "2025-10-08T12:00:00Z"],
  });
