/** **FetchRun**: what the fetches of one round share: connections, turns, and each site's robots.txt. */

import { setTimeout } from "node:timers/promises";
import { rootCertificates, type TLSSocket } from "node:tls";
import { Agent, buildConnector, type Dispatcher, Pool, ProxyAgent } from "undici";
import { FETCH_DEFAULTS, type FetchOptions } from "./fetch-options.ts";
import type { TlsFacts } from "./fetched.ts";
import { guardedLookup } from "./guard.ts";
import type { RobotsAnswer } from "./robots.ts";
import { Turns } from "./turns.ts";

export interface FetchRun {
  readonly options: FetchOptions;
  readonly turns: Turns;
  /** By proxy and origin; held for the run (RFC 9309 allows 24 hours). */
  readonly robots: Map<string, Promise<RobotsAnswer>>;
  /** @returns undefined if no proxy is set up for the region */
  dispatcherOf(region: string | undefined): Dispatcher | undefined;
  /** Of the connection to an origin that was made last. */
  tlsOf(region: string | undefined, origin: string): TlsFacts | undefined;
  close(): Promise<void>;
}

type Connector = buildConnector.connector;

export function openFetchRun(given: Partial<FetchOptions> = {}): FetchRun {
  const options: FetchOptions = { ...FETCH_DEFAULTS, ...given };
  const dispatchers = new Map<string, Dispatcher>();
  const tls = new Map<string, TlsFacts>();
  const key = (region: string | undefined, origin: string): string => `${region ?? ""} ${origin}`;
  const secure = options.ca === undefined ? {} : { ca: [...rootCertificates, options.ca] };
  const shared = {
    connections: 1,
    headersTimeout: options.idleMs,
    bodyTimeout: options.idleMs,
    maxHeaderSize: 65_536,
  };

  const noting = (connect: Connector, region: string | undefined, origin: string): Connector => {
    return (asked, done) =>
      connect(asked, (...[error, socket]) => {
        if (error !== null) return done(error, null);
        const facts = factsOf(socket as TLSSocket);
        if (facts !== undefined) tls.set(key(region, origin), facts);
        return done(null, socket);
      });
  };
  const direct = (): Dispatcher =>
    new Agent({
      ...shared,
      factory: (origin, settings) => {
        const url = new URL(origin);
        const connect = buildConnector({
          ...secure,
          timeout: options.connectMs,
          lookup: guardedLookup(url, options),
        } as buildConnector.BuildOptions);
        return new Pool(url, { ...settings, connect: noting(connect, undefined, url.origin) });
      },
    });
  const through = (region: string, uri: string): Dispatcher =>
    new ProxyAgent({
      ...shared,
      uri,
      proxyTls: { timeout: options.connectMs },
      requestTls: { ...secure, timeout: options.connectMs },
      factory: (origin, settings) => {
        const { connect } = settings as { connect: Connector };
        const url = new URL(origin);
        return new Pool(url, { ...settings, connect: noting(connect, region, url.origin) });
      },
    });

  return {
    options,
    turns: new Turns(options.pause ?? pause),
    robots: new Map(),
    dispatcherOf: (region) => {
      const found = dispatchers.get(region ?? "");
      if (found !== undefined) return found;
      const uri = region === undefined ? undefined : options.proxies[region];
      if (region !== undefined && uri === undefined) return undefined;
      const made = region === undefined || uri === undefined ? direct() : through(region, uri);
      dispatchers.set(region ?? "", made);
      return made;
    },
    tlsOf: (region, origin) => tls.get(key(region, origin)),
    close: async () => {
      await Promise.all([...dispatchers.values()].map((one) => one.destroy()));
      dispatchers.clear();
    },
  };
}

function factsOf(socket: Partial<TLSSocket>): TlsFacts | undefined {
  const certificate = socket.getPeerCertificate?.();
  if (certificate?.fingerprint256 === undefined) return undefined;
  const { O, CN } = certificate.issuer;
  return {
    protocol: socket.getProtocol?.() ?? "unknown",
    issuer: [O, CN].filter((part) => part !== undefined).join(", "),
    fingerprint256: certificate.fingerprint256,
  };
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal });
}
