/** May an address be asked? Looked at before each request, and again where the connection is made. */
import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import { blockedAddress, literalAddress } from "./blocked-address.ts";
import type { FetchOptions, Resolved } from "./fetch-options.ts";
import type { Refused } from "./fetched.ts";

/** Thrown inside a connection that would lead into a private network. */
export class PrivateAddress extends Error {}

type GuardOptions = Pick<FetchOptions, "allowPrivate" | "resolve">;

/** Schemes, passwords and addresses that are written out; hosts are looked at by `guardedLookup`. */
export function refusedUrl(url: URL, { allowPrivate }: GuardOptions): Refused | undefined {
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    return { is: "refused", signal: "scheme", reason: `\`${url.protocol}\` is neither https nor http` };
  }
  if (url.username !== "" || url.password !== "") {
    return { is: "refused", signal: "scheme", reason: "the address holds a user name or password" };
  }
  const address = literalAddress(url);
  const why = address === undefined ? undefined : blockedAddress(address);
  if (why === undefined || isAllowed(url, allowPrivate)) return undefined;
  return { is: "refused", signal: "private-address", reason: `${url.hostname} is ${why}` };
}

/**
 * Resolves and checks in one step, so that what was checked is what is connected to: a name that answers
 * differently the second time gains nothing. One blocked address among several blocks the name.
 */
export function guardedLookup(url: URL, options: GuardOptions): LookupFunction {
  return (host, { all }, done) => {
    checked(host, url, options).then(
      (found) => {
        const [first] = found;
        if (first === undefined) return done(notFound(host), "", 0);
        if (all === true) return done(null, found as LookupAddress[]);
        return done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, "", 0),
    );
  };
}

/** Why a host may not be asked by its name, as far as can be told from here; undefined if it may. */
export async function blockedHost(url: URL, options: GuardOptions): Promise<string | undefined> {
  const refused = refusedUrl(url, options);
  if (refused !== undefined) return refused.reason;
  if (literalAddress(url) !== undefined) return undefined;
  try {
    await checked(url.hostname, url, options);
    return undefined;
  } catch (error) {
    return error instanceof PrivateAddress ? error.message : undefined;
  }
}

async function checked(host: string, url: URL, options: GuardOptions): Promise<readonly Resolved[]> {
  const found = await (options.resolve ?? systemResolve)(host);
  if (isAllowed(url, options.allowPrivate)) return found;
  for (const { address } of found) {
    const why = blockedAddress(address);
    if (why !== undefined) throw new PrivateAddress(`${host} leads to ${address}, which is ${why}`);
  }
  return found;
}

function systemResolve(host: string): Promise<readonly Resolved[]> {
  return lookup(host, { all: true });
}

function notFound(host: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`no address of ${host} was found`), { code: "ENOTFOUND" });
}

function isAllowed(url: URL, allowPrivate: readonly string[]): boolean {
  const port = url.port === "" ? (url.protocol === "https:" ? "443" : "80") : url.port;
  return allowPrivate.includes(`${url.hostname}:${port}`);
}
