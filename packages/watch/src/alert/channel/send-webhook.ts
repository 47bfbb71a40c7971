/** A message -> a POST signed as Standard Webhooks say */
import { Webhook } from "standardwebhooks";
import type { WebhookChannel } from "../rules.ts";
import { post } from "./post.ts";
import { SecretMissing, secretAt } from "./secret.ts";
import type { Sending, Sent } from "./sending.ts";
import { webhookBody } from "./webhook-body.ts";

const PREFIX = "whsec_";
/** Bytes; the specification asks for 24 to 64. */
const SHORTEST = 24;
const LONGEST = 64;

export async function sendWebhook({ url, secret }: WebhookChannel, sending: Sending): Promise<Sent> {
  let webhook: Webhook;
  try {
    webhook = new Webhook(keyOf(await secretAt(secret, sending.env)));
  } catch (error) {
    const reason = error instanceof SecretMissing ? error.message : "the secret cannot be used";
    return { is: "failed", reason, isDown: true };
  }
  const body = JSON.stringify(webhookBody(sending));
  const id = `msg_${sending.id}`;
  // The time of the try, by the clock of the machine: receivers refuse what is five minutes off.
  const at = new Date();
  const headers = {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": webhook.sign(id, at, body),
  };
  return await post(url, body, headers, sending.allowPrivate);
}

function keyOf(secret: string): string {
  const text = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret;
  const bytes = /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? Buffer.from(text, "base64").length : 0;
  if (bytes >= SHORTEST && bytes <= LONGEST) return text;
  throw new SecretMissing(`the secret is not \`${PREFIX}\` and ${SHORTEST} to ${LONGEST} bytes in base64`);
}
