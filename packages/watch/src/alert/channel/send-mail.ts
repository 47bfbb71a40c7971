/** A letter -> a mail at the SMTP server */
import { createTransport } from "nodemailer";
import { blockedAddress } from "../../fetch/blocked-address.ts";
import { letterPage } from "../letter/letter-html.ts";
import { letterText } from "../letter/letter-text.ts";
import { plainLine } from "../letter/plain.ts";
import type { EmailChannel } from "../rules.ts";
import { type Env, SecretMissing, secretAt } from "./secret.ts";
import type { Sending, Sent } from "./sending.ts";

const CONNECT_MS = 10_000;
const IDLE_MS = 30_000;
const LONGEST_SUBJECT = 200;

/** One transport per message: messages are few, and a broken connection then breaks one. */
export async function sendMail(channel: EmailChannel, sending: Sending): Promise<Sent> {
  const { id, letter, now } = sending;
  const { from, to, unsubscribe } = channel;
  try {
    const transport = createTransport(await serverOf(channel, sending.env));
    try {
      const { rejected } = await transport.sendMail({
        from,
        to: [...to],
        // The same for each try, whatever became of the one before.
        messageId: `<${id}@${from.slice(from.lastIndexOf("@") + 1)}>`,
        date: new Date(now),
        subject: plainLine(letter.title, LONGEST_SUBJECT),
        text: letterText(letter, unsubscribe),
        html: letterPage(letter, unsubscribe),
        headers: {
          "Auto-Submitted": "auto-generated",
          "List-Unsubscribe": `<${unsubscribe}>`,
          // RFC 8058: one click is for https only.
          ...(unsubscribe.startsWith("https:")
            ? { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }
            : {}),
        },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      const note = `${rejected.length} of ${to.length} recipients were refused by the server`;
      return rejected.length === 0 ? { is: "sent" } : { is: "sent", note };
    } finally {
      transport.close();
    }
  } catch (error) {
    return failure(error);
  }
}

async function serverOf(
  { smtp, user, password }: EmailChannel,
  env: Env,
): Promise<Parameters<typeof createTransport>[0]> {
  const text = typeof smtp === "string" ? smtp : await secretAt(smtp, env);
  if (!URL.canParse(text)) throw new SecretMissing("what stands there is no address of a mail server");
  const url = new URL(text);
  if (url.protocol !== "smtp:" && url.protocol !== "smtps:") {
    throw new SecretMissing("the mail server's address is neither `smtp:` nor `smtps:`");
  }
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const isSecure = url.protocol === "smtps:";
  const auth =
    user !== undefined && password !== undefined
      ? { user, pass: await secretAt(password, env) }
      : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  return {
    host,
    port: url.port === "" ? (isSecure ? 465 : 587) : Number(url.port),
    secure: isSecure,
    ...(auth.user === "" ? {} : { auth }),
    // A password is not sent in clear over a network.
    requireTLS: auth.user !== "" && !isSecure && !isLoopback(host),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: IDLE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function isLoopback(host: string): boolean {
  return host === "localhost" || blockedAddress(host) === "loopback";
}

/** A server's answer to this message (`550 no such user`) says nothing of the next one. */
function failure(error: unknown): Sent {
  if (error instanceof SecretMissing) return { is: "failed", reason: error.message, isDown: true };
  const { message, code, responseCode } = error as Error & { code?: string; responseCode?: number };
  const isOfMessage = code === "EENVELOPE" || code === "EMESSAGE";
  const answer = responseCode === undefined ? "" : ` (${responseCode})`;
  return { is: "failed", reason: plainLine(`${message}${answer}`, 300), isDown: !isOfMessage };
}
