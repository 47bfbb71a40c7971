/** The form of an alert file: what may stand in its fields. Numbers are read as text. */
import { AXES, DIRECTIONS, IMPACT_LEVELS } from "@proviso/core/terms";
import * as z from "zod";
import { address } from "../declare/fields.ts";
import { nearestName } from "../declare/nearest-name.ts";

interface Wrong {
  readonly message: string;
  readonly hint: string;
}

function text(check: (value: string) => Wrong | undefined): z.ZodType<string, string> {
  return z.string().check((payload) => {
    const wrong = check(payload.value);
    if (wrong === undefined) return;
    payload.issues.push({
      code: "custom",
      message: wrong.message,
      params: { hint: wrong.hint },
      input: payload.value,
    });
  });
}

function oneOf<const Known extends readonly string[]>(
  what: string,
  known: Known,
): z.ZodType<Known[number], string> {
  return text((value) =>
    known.includes(value)
      ? undefined
      : { message: `\`${value}\` is no ${what}`, hint: nearestName(value, known) },
  ) as z.ZodType<Known[number], string>;
}

const LONGEST_LINE = 300;
const line = text((value) =>
  value.trim() !== "" && value.length <= LONGEST_LINE && !/\p{Cc}/u.test(value)
    ? undefined
    : { message: `this is no line of text`, hint: `write 1 to ${LONGEST_LINE} characters in one line` },
);

const ruleName = text((value) =>
  /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,79}$/u.test(value)
    ? undefined
    : { message: `\`${value}\` is no name`, hint: "use letters, digits, spaces, `.`, `_` and `-`" },
);

const count = text((value) =>
  /^[1-9]\d{0,8}$/.test(value)
    ? undefined
    : { message: `\`${value}\` is no number of conversations`, hint: "write a whole number from 1" },
);

const clock = text((value) =>
  /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value)
    ? undefined
    : { message: `\`${value}\` is no time of day`, hint: 'write it as "22:00", in quotes' },
);

const timeZone = text((value) =>
  isTimeZone(value)
    ? undefined
    : { message: `\`${value}\` is no time zone`, hint: "write a name such as `Europe/Zurich` or `UTC`" },
);

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

const list = <T>(one: z.ZodType<T, string>): z.ZodType<readonly T[]> => z.array(one).min(1);

const when = z.strictObject({
  services: list(line).exactOptional(),
  types: list(line).exactOptional(),
  regions: list(line).exactOptional(),
  axes: list(oneOf("axis", AXES)).exactOptional(),
  directions: list(oneOf("direction", DIRECTIONS)).exactOptional(),
  impact: oneOf("level of impact", IMPACT_LEVELS).exactOptional(),
  jurisdictions: list(line).exactOptional(),
  exposure: count.exactOptional(),
  health: z.boolean().exactOptional(),
});

const quietHours = z.strictObject({
  from: clock,
  to: clock,
  timeZone,
  criticalBreaks: z.boolean().exactOptional(),
});

export const ruleForm = z.strictObject({
  name: ruleName,
  when,
  to: z.array(z.string()).min(1),
  quietHours: quietHours.exactOptional(),
  digest: oneOf("period of a digest", ["weekly", "daily", "none"]).exactOptional(),
});
export type RuleFile = z.output<typeof ruleForm>;

/** Capitals only: what is a secret itself, by mistake, hardly ever is so, and names are shown in messages. */
const envName = text((value) =>
  /^[A-Z_][A-Z0-9_]{0,99}$/.test(value)
    ? undefined
    : {
        message: "this is no name of an environment variable",
        hint: "write the variable's name in capitals, never the secret itself",
      },
);

/** RFC 5321 without quoted local parts. One that could carry a header line does not fit. */
const mailbox = text((value) =>
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$/.test(value)
    ? undefined
    : { message: `\`${printed(value)}\` is no mail address`, hint: "write it as `name@example.org`" },
);

const unsubscribe = text((value) => {
  const isPlain = /^[\x21-\x7e]{1,900}$/.test(value) && !/[<>,]/.test(value) && URL.canParse(value);
  return isPlain && ["https:", "mailto:"].includes(new URL(value).protocol)
    ? undefined
    : {
        message: `\`${printed(value)}\` is no way to unsubscribe`,
        hint: "write an `https://` address or `mailto:name@example.org`",
      };
});

const smtp = text((value) => {
  const hint = "write it as `smtp://mail.example.org:587` or `smtps://mail.example.org`";
  if (!URL.canParse(value)) return { message: "this is no address of a mail server", hint };
  const { protocol, hostname, password } = new URL(value);
  if (password !== "") {
    return {
      message: "a password must not stand in this file",
      hint: "name the variable that holds it in `passwordEnv`, or the file in `passwordFile`",
    };
  }
  return (protocol === "smtp:" || protocol === "smtps:") && hostname !== ""
    ? undefined
    : { message: "this is no address of a mail server", hint };
});

const feedFile = text((value) =>
  /\.(?:atom|xml|json)$/.test(value)
    ? undefined
    : {
        message: `\`${printed(value)}\` is no name of a feed`,
        hint: "let it end in `.atom`, `.xml` or `.json`",
      },
);

export const channelForms = {
  email: z.strictObject({
    is: z.string(),
    smtp: smtp.exactOptional(),
    smtpEnv: envName.exactOptional(),
    smtpFile: line.exactOptional(),
    user: line.exactOptional(),
    passwordEnv: envName.exactOptional(),
    passwordFile: line.exactOptional(),
    from: mailbox,
    to: z.union([mailbox, z.array(mailbox).min(1)]),
    unsubscribe,
  }),
  webhook: z.strictObject({
    is: z.string(),
    url: address,
    secretEnv: envName.exactOptional(),
    secretFile: line.exactOptional(),
  }),
  slack: z.strictObject({
    is: z.string(),
    url: address.exactOptional(),
    urlEnv: envName.exactOptional(),
    urlFile: line.exactOptional(),
  }),
  feed: z.strictObject({ is: z.string(), file: feedFile, title: line.exactOptional() }),
} as const;

function printed(value: string): string {
  return value.replace(/\p{Cc}/gu, " ").slice(0, 80);
}
