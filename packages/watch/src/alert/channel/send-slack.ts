/** A letter -> blocks at an incoming webhook; the receiver has no id to drop a repeat by */
import { letterBlocks } from "../letter/letter-blocks.ts";
import type { SlackChannel } from "../rules.ts";
import { post } from "./post.ts";
import { SecretMissing, secretAt } from "./secret.ts";
import type { Sending, Sent } from "./sending.ts";

export async function sendSlack(
  { url }: SlackChannel,
  { letter, env, allowPrivate }: Sending,
): Promise<Sent> {
  try {
    const address = typeof url === "string" ? url : await secretAt(url, env);
    if (!URL.canParse(address)) throw new SecretMissing("what stands there is no web address");
    return await post(address, JSON.stringify(letterBlocks(letter)), {}, allowPrivate);
  } catch (error) {
    if (error instanceof SecretMissing) return { is: "failed", reason: error.message, isDown: true };
    throw error;
  }
}
