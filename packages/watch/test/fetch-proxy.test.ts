import { createServer, type IncomingMessage, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { FetchOptions } from "../src/fetch/fetch-options.ts";
import { openFetchRun } from "../src/fetch/fetch-run.ts";
import { fetchSource } from "../src/fetch/fetch-source.ts";
import type { Fetched } from "../src/fetch/fetched.ts";
import { selfSigned } from "./site/certificate.ts";
import { type Site, startSite } from "./site/site.ts";

const secure = selfSigned();
let site: Site;
let proxy: Server;
let tunnels: string[];
const open = new Set<{ destroy(): unknown }>();

beforeEach(async () => {
  site = await startSite(secure);
  site.set("/terms", { body: "as seen from the region" });
  tunnels = [];
  proxy = createServer();
  proxy.on("connect", (request: IncomingMessage, client: Socket) => {
    tunnels.push(request.url ?? "");
    const [host = "", port] = (request.url ?? "").split(":");
    const server = connect(Number(port), host, () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      client.pipe(server).pipe(client);
    });
    for (const socket of [client, server]) {
      open.add(socket);
      socket.on("error", () => socket.destroy());
    }
  });
  await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", done));
});
afterEach(async () => {
  for (const socket of open) socket.destroy();
  await site.close();
  await new Promise((done) => proxy.close(done));
});

async function through(region: string, options: Partial<FetchOptions> = {}): Promise<Fetched> {
  const { port } = proxy.address() as AddressInfo;
  const run = openFetchRun({
    gapMs: 0,
    retryMs: 0,
    ca: secure.cert,
    allowPrivate: [site.host],
    proxies: { EU: `http://127.0.0.1:${port}` },
    ...options,
  });
  const fetched = await fetchSource({ url: `${site.origin}/terms`, proxy: region }, { run });
  await run.close();
  return fetched;
}

it("goes through the proxy of the region, with the site's own certificate", async () => {
  expect(await through("EU")).toMatchObject({ is: "content", tls: { issuer: "Test authority" } });
  expect(new Set(tunnels)).toEqual(new Set([site.host]));
});

it("goes nowhere without a proxy for the region", async () => {
  const reason = "no proxy is set up for the region `US`";
  expect(await through("US")).toEqual({ is: "failed", signal: "connection", reason, isTransient: false });
  expect(site.requests).toEqual([]);
});

it("does not hand a private address to a proxy", async () => {
  expect(await through("EU", { allowPrivate: [] })).toMatchObject({
    is: "refused",
    signal: "private-address",
  });
  expect(tunnels).toEqual([]);
});
