/** Single fields of declarations, ours and those of Open Terms Archive: what may stand in them. */
import * as z from "zod";

type Check = (text: string) => { readonly message: string; readonly hint: string } | undefined;

function text(check: Check): z.ZodType<string, string> {
  return z.string().check((payload) => {
    const wrong = check(payload.value);
    if (wrong === undefined) return;
    const { message, hint } = wrong;
    payload.issues.push({ code: "custom", message, params: { hint }, input: payload.value });
  });
}

export const address: z.ZodType<string, string> = text((value) => {
  const hint = "write an address such as `https://example.com/terms`";
  if (!URL.canParse(value)) return { message: `\`${value}\` is no web address`, hint };
  const { protocol, username, password, hostname } = new URL(value);
  if (protocol !== "https:" && protocol !== "http:") {
    return { message: `\`${value}\` is neither \`https:\` nor \`http:\``, hint };
  }
  if (username !== "" || password !== "") {
    return { message: "an address holds no user name or password", hint: "take out what stands before `@`" };
  }
  return hostname === "" ? { message: `\`${value}\` names no host`, hint } : undefined;
}).meta({ format: "uri" });

const LONGEST_NAME = 120;

/** Names become names of folders, and stand on lines of an index. */
export const name: z.ZodType<string, string> = text((value) => {
  const hint = "use a name such as `Terms of Service`";
  if (value.trim() === "" || value !== value.trim()) {
    return { message: "a name does not begin or end with a space", hint };
  }
  if (value.length > LONGEST_NAME) {
    return { message: `a name has ${LONGEST_NAME} characters at most`, hint };
  }
  if (/[/\\\p{Cc}\p{Cf}]/u.test(value) || /^\.+$/.test(value)) {
    return { message: `\`${value}\` cannot be a name: no slashes, no signs that do not show`, hint };
  }
  return undefined;
});

export const language: z.ZodType<string, string> = text((value) =>
  /^[a-z]{2}$/.test(value)
    ? undefined
    : {
        message: `\`${value}\` is no code of a language`,
        hint: "write two letters of ISO 639-1: `en`, `de`",
      },
);

export const region: z.ZodType<string, string> = text((value) =>
  /^[A-Za-z0-9][A-Za-z0-9-]{0,30}$/.test(value)
    ? undefined
    : {
        message: `\`${value}\` is no name of a region`,
        hint: "use letters, digits and `-`: `EU`, `US-CA`",
      },
);

const INSTANT = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2}))?$/;

export function isInstant(value: string): boolean {
  return INSTANT.test(value) && !Number.isNaN(Date.parse(value)) && isDay(value.slice(0, 10));
}

/** `Date.parse` takes the 31st of a month of 30 days for the next day. */
function isDay(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

export const instant: z.ZodType<string, string> = text((value) =>
  isInstant(value)
    ? undefined
    : {
        message: `\`${value}\` is no date`,
        hint: "write `2025-08-29` (to the end of that day, UTC) or `2025-08-29T10:00:00Z`",
      },
);

/** Milliseconds since 1970, UTC; a day alone means its last instant. */
export function lastInstant(value: string): number {
  return Date.parse(value.length === 10 ? `${value}T23:59:59.999Z` : value);
}

/** What the fetch itself sends. */
const RESERVED = new Set([
  "host",
  "user-agent",
  "connection",
  "content-length",
  "transfer-encoding",
  "accept-encoding",
  "if-none-match",
  "if-modified-since",
  "range",
  "te",
  "upgrade",
  "expect",
]);

/** Undefined if a request may carry it. */
export function headerFault(
  header: string,
  value: string,
): { readonly message: string; readonly hint?: string } | undefined {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/.test(header)) {
    return {
      message: `\`${header}\` is no name of a header`,
      hint: "use letters and `-`: `accept-language`",
    };
  }
  if (RESERVED.has(header.toLowerCase())) {
    return { message: `\`${header}\` is set by the fetch itself`, hint: "leave the line out" };
  }
  if (!/^[\x20-\x7e]{0,4000}$/.test(value)) {
    return { message: `the value of \`${header}\` holds signs that a header cannot carry` };
  }
  return undefined;
}
