/** JSON -> a POST that is not led into a private network, and follows no redirect */
import { Agent, buildConnector } from "undici";
import { guardedLookup, PrivateAddress, refusedUrl } from "../../fetch/guard.ts";
import { plainLine } from "../letter/plain.ts";
import type { Sent } from "./sending.ts";

const CONNECT_MS = 10_000;
const WHOLE_MS = 30_000;
const MOST_ANSWER = 65_536;

/** Reasons name the host and never the path, in which some receivers have their secret. */
export async function post(
  address: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  allowPrivate: readonly string[],
): Promise<Sent> {
  const url = new URL(address);
  const guard = { allowPrivate };
  const refused = refusedUrl(url, guard);
  if (refused !== undefined) return { is: "failed", reason: refused.reason, isDown: true };
  const connect = buildConnector({
    timeout: CONNECT_MS,
    lookup: guardedLookup(url, guard),
  } as buildConnector.BuildOptions);
  const agent = new Agent({ connect, connections: 1 });
  const signal = AbortSignal.timeout(WHOLE_MS);
  try {
    const { statusCode, body: answer } = await agent.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: "POST",
      headers: { ...headers, "content-type": "application/json", "user-agent": "Proviso" },
      body,
      signal,
    });
    await answer.dump({ limit: MOST_ANSWER, signal }).catch(() => undefined);
    if (statusCode >= 200 && statusCode < 300) return { is: "sent" };
    const said = statusCode < 400 && statusCode >= 300 ? ", a redirect, which is not followed" : "";
    // Of other answers the next message could have a better one.
    const isDown = statusCode >= 500 || [401, 403, 404, 410, 429].includes(statusCode);
    return { is: "failed", reason: `${url.host} answered ${statusCode}${said}`, isDown };
  } catch (error) {
    return { is: "failed", reason: reasonOf(error, url), isDown: true };
  } finally {
    await agent.destroy();
  }
}

function reasonOf(error: unknown, { host }: URL): string {
  if (error instanceof PrivateAddress) return plainLine(error.message, 300);
  const { code, name } = error as NodeJS.ErrnoException;
  return `${host} could not be reached (${code ?? name})`;
}
