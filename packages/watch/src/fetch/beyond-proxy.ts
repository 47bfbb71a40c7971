import type { FetchRun } from "./fetch-run.ts";
import type { Refused } from "./fetched.ts";
import { blockedHost } from "./guard.ts";

/** A proxy resolves names itself; a name that leads into a private network from here is not handed to it. */
export async function beyondProxy(
  url: URL,
  region: string | undefined,
  run: FetchRun,
): Promise<Refused | undefined> {
  const reason = region === undefined ? undefined : await blockedHost(url, run.options);
  return reason === undefined ? undefined : { is: "refused", signal: "private-address", reason };
}
