/** Text of an alert file -> AlertFile: whole, or one clear error with file, line and field */
import { dirname, resolve } from "node:path";
import { ProvisoError } from "@proviso/core";
import * as z from "zod";
import { errorOf, type Fault } from "../declare/fault.ts";
import { formFaults } from "../declare/form-faults.ts";
import { type LocatedText, locatedText } from "../declare/located-text.ts";
import { nearestName } from "../declare/nearest-name.ts";
import { channelForms, type RuleFile, ruleForm } from "./alert-form.ts";
import type { AlertFile, AlertRule, Channel, QuietHours, SecretPlace } from "./rules.ts";

type Fields = Readonly<Record<string, unknown>>;
type Path = readonly PropertyKey[];

const TOP = ["channels", "alerts"];
/** Whoever writes one of these has written a secret, which a file under version control must not hold. */
const SECRET_FIELDS = ["secret", "password", "pass", "token", "key"];
const NO_SECRETS = "name an environment variable in `secretEnv` or `passwordEnv`, or a file that holds it";

/**
 * @param file its path: for errors, and for the relative paths in it
 * @throws ProvisoError INPUT_MALFORMED, INPUT_EMPTY: the first of all errors
 */
export function parseAlerts(text: string, file: string): AlertFile {
  if (text.trim() === "")
    throw new ProvisoError("INPUT_EMPTY", "the file of alerts is empty", { place: { file } });
  const located = locatedText(text, file);
  const top = groupOf(located, [], located.value, "the file");
  for (const key of Object.keys(top)) {
    if (TOP.includes(key)) continue;
    throw errorOf(
      { path: [key], message: `unknown field \`${key}\``, hint: nearestName(key, TOP), isKey: true },
      located,
    );
  }
  const channels = new Map<string, Channel>();
  const named = groupOf(located, ["channels"], top["channels"], "`channels`");
  for (const [name, value] of Object.entries(named)) {
    const channel = channelOf(value, ["channels", name], located);
    if (channel.is === "feed") requireOwnFile(name, channel.file, channels, located);
    channels.set(name, channel);
  }
  const rules = top["alerts"];
  if (!Array.isArray(rules) || rules.length === 0) {
    throw errorOf({ path: ["alerts"], message: "`alerts` is a list of rules, at least one" }, located);
  }
  const alerts = rules.map((value: unknown, index) => ruleOf(value, ["alerts", index], channels, located));
  const seen = new Set<string>();
  for (const [index, { name }] of alerts.entries()) {
    if (seen.has(name)) {
      const hint = "what was told is remembered by the rule's name: give each its own";
      throw errorOf(
        { path: ["alerts", index, "name"], message: `two rules are named \`${name}\``, hint },
        located,
      );
    }
    seen.add(name);
  }
  return { file, channels, alerts };
}

function groupOf(located: LocatedText, path: Path, value: unknown, what: string): Fields {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  const message = value === undefined ? `${what} is missing` : `${what} is a group of fields`;
  throw errorOf({ path, message, hint: "an alert file has `channels` and `alerts`" }, located);
}

function parsed<Form extends z.core.$ZodType>(
  form: Form,
  value: unknown,
  path: Path,
  located: LocatedText,
): z.output<Form> {
  const read = z.safeParse(form, value);
  if (read.success) return read.data;
  const [fault] = formFaults(read.error.issues, value, form, path);
  throw errorOf(fault ?? { path, message: "this is not as expected" }, located);
}

function ruleOf(
  value: unknown,
  path: Path,
  channels: ReadonlyMap<string, Channel>,
  located: LocatedText,
): AlertRule {
  groupOf(located, path, value, "a rule");
  const { name, when, to, quietHours, digest = "none" } = parsed(ruleForm, value, path, located);
  for (const [index, channel] of to.entries()) {
    if (channels.has(channel)) continue;
    const hint = nearestName(channel, [...channels.keys()]);
    throw errorOf(
      { path: [...path, "to", index], message: `there is no channel \`${channel}\``, hint },
      located,
    );
  }
  const quiet = quietHours === undefined ? undefined : quietOf(quietHours, path, located);
  const exposure = when.exposure === undefined ? undefined : Number(when.exposure);
  return { name, when: { ...when, exposure }, to: [...new Set(to)], quietHours: quiet, digest };
}

function quietOf(
  { from, to, timeZone, criticalBreaks = false }: NonNullable<RuleFile["quietHours"]>,
  path: Path,
  located: LocatedText,
): QuietHours {
  const hours = { from: minutes(from), to: minutes(to), timeZone, isBrokenByCritical: criticalBreaks };
  if (hours.from !== hours.to) return hours;
  const hint = "quiet hours that never end would hold every alert";
  throw errorOf(
    { path: [...path, "quietHours", "to"], message: "`to` is the same as `from`", hint },
    located,
  );
}

function minutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

function channelOf(value: unknown, path: Path, located: LocatedText): Channel {
  const fields = groupOf(located, path, value, "a channel");
  const fail = (fault: Omit<Fault, "path">, ...at: readonly string[]): ProvisoError =>
    errorOf({ path: [...path, ...at], ...fault }, located);
  for (const key of SECRET_FIELDS) {
    if (!Object.hasOwn(fields, key)) continue;
    throw fail({ message: `\`${key}\` must not stand in this file`, hint: NO_SECRETS, isKey: true }, key);
  }
  const place = (what: string, env?: string, inFile?: string): SecretPlace => {
    if ((env === undefined) === (inFile === undefined)) {
      const message = env === undefined ? `\`${what}Env\` is missing` : `\`${what}\` stands in two places`;
      throw fail({ message, hint: `write one of \`${what}Env\` and \`${what}File\`` });
    }
    return { env, file: inFile === undefined ? undefined : besides(inFile, located) };
  };
  switch (fields["is"]) {
    case "email": {
      const read = parsed(channelForms.email, value, path, located);
      const { smtp, smtpEnv, smtpFile, passwordEnv, passwordFile, from, to, unsubscribe } = read;
      const hasPassword = passwordEnv !== undefined || passwordFile !== undefined;
      const user = read.user ?? (smtp === undefined ? "" : decodeURIComponent(new URL(smtp).username));
      if (smtp !== undefined && (smtpEnv ?? smtpFile) !== undefined) {
        throw fail({ message: "`smtp` stands in two places", hint: "write one of them" }, "smtp");
      }
      if (smtp !== undefined && (user !== "") !== hasPassword) {
        const hint = "a server that asks who it is needs `user` and one of `passwordEnv` and `passwordFile`";
        throw fail({ message: user === "" ? "`user` is missing" : "`passwordEnv` is missing", hint });
      }
      return {
        is: "email",
        smtp: smtp ?? place("smtp", smtpEnv, smtpFile),
        user: user === "" ? undefined : user,
        password: hasPassword ? place("password", passwordEnv, passwordFile) : undefined,
        from,
        to: typeof to === "string" ? [to] : to,
        unsubscribe,
      };
    }
    case "webhook": {
      const { url, secretEnv, secretFile } = parsed(channelForms.webhook, value, path, located);
      return { is: "webhook", url, secret: place("secret", secretEnv, secretFile) };
    }
    case "slack": {
      const { url, urlEnv, urlFile } = parsed(channelForms.slack, value, path, located);
      if (url === undefined) return { is: "slack", url: place("url", urlEnv, urlFile) };
      if ((urlEnv ?? urlFile) === undefined) return { is: "slack", url };
      throw fail({ message: "`url` stands in two places", hint: "write one of them" }, "url");
    }
    case "feed": {
      const { file, title = "Changes of terms" } = parsed(channelForms.feed, value, path, located);
      return { is: "feed", file: besides(file, located), title };
    }
    default: {
      const known = Object.keys(channelForms);
      const is = fields["is"];
      if (typeof is !== "string") {
        throw fail({ message: "`is` is missing", hint: nearestName("", known) });
      }
      throw fail({ message: `there is no channel of kind \`${is}\``, hint: nearestName(is, known) }, "is");
    }
  }
}

/** Two that write one file would take out each other's entries. */
function requireOwnFile(
  name: string,
  file: string,
  channels: ReadonlyMap<string, Channel>,
  located: LocatedText,
): void {
  for (const [other, channel] of channels) {
    if (channel.is !== "feed" || channel.file !== file) continue;
    const message = `the channel \`${other}\` writes this file already`;
    const hint = "give each feed its own file, or name one channel in both rules";
    throw errorOf({ path: ["channels", name, "file"], message, hint }, located);
  }
}

/** Relative paths begin at the folder of the alert file. */
function besides(path: string, { file }: LocatedText): string {
  return resolve(dirname(file), path);
}
