/** A web site on this machine that answers as it is told, and remembers what it was asked. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { pipeline, Readable } from "node:stream";
import { brotliCompressSync, gzipSync } from "node:zlib";

export interface Page {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Applied to the body, and named in the header. */
  readonly coding?: "gzip" | "br";
  /** `hang`: no headers. `stall`: headers and no end. `endless`: a body that never ends. `reset`: cut off. */
  readonly trouble?: "hang" | "stall" | "endless" | "reset";
  /** Sent as `ETag`; a request that names it is answered 304. */
  readonly etag?: string;
}

/** A page, or what to answer to the nth request for it, counted from 1. */
export type Told = Page | ((request: number) => Page);

export interface Asked {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface Site {
  /** `http://127.0.0.1:40123` */
  readonly origin: string;
  /** `127.0.0.1:40123`: what `allowPrivate` must name. */
  readonly host: string;
  /** In the order of arrival, `/robots.txt` too. */
  readonly requests: readonly Asked[];
  /** The most requests that were under way at once. */
  readonly mostAtOnce: number;
  /** Paths that were asked, without `/robots.txt`. */
  paths(): readonly string[];
  set(path: string, told: Told): void;
  close(): Promise<void>;
}

/** @param secure key and certificate, PEM, for a site under https */
export async function startSite(secure?: { readonly key: string; readonly cert: string }): Promise<Site> {
  const pages = new Map<string, Told>();
  const counts = new Map<string, number>();
  const requests: Asked[] = [];
  let atOnce = 0;
  let mostAtOnce = 0;

  const listener: RequestListener = (request, response) => {
    const path = request.url ?? "/";
    requests.push({ path, headers: request.headers });
    atOnce += 1;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    response.on("close", () => {
      atOnce -= 1;
    });
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    const told = pages.get(path) ?? { status: 404, body: "not here" };
    answer(typeof told === "function" ? told(count) : told, request, response);
  };
  const server = secure === undefined ? createServer(listener) : createSecureServer(secure, listener);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin: `${secure === undefined ? "http" : "https"}://${host}`,
    host,
    requests,
    get mostAtOnce() {
      return mostAtOnce;
    },
    paths: () => requests.map(({ path }) => path).filter((path) => path !== "/robots.txt"),
    set: (path, told) => {
      pages.set(path, told);
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function answer(page: Page, request: IncomingMessage, response: ServerResponse): void {
  const { status = 200, headers = {}, body = "", coding, trouble, etag } = page;
  if (trouble === "hang") return;
  if (trouble === "reset") return void request.socket.destroy();
  if (etag !== undefined && request.headers["if-none-match"] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    ...(etag === undefined ? {} : { etag }),
    ...(coding === undefined ? {} : { "content-encoding": coding }),
    ...headers,
  });
  if (trouble === "stall") return void response.write(bytes);
  if (trouble === "endless") pour(response);
  else
    response.end(coding === "gzip" ? gzipSync(bytes) : coding === "br" ? brotliCompressSync(bytes) : bytes);
}

function pour(response: ServerResponse): void {
  const piece = Buffer.alloc(65_536, "terms ");
  const endless = new Readable({
    read(): void {
      this.push(piece);
    },
  });
  pipeline(endless, response, () => undefined);
}
