/** An analyzer on this machine that knows a few invented names, and fails as it is told. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";

export interface Asked {
  readonly text: string;
  readonly language: string;
}

/** What is answered instead of findings; undefined for findings. `hang`: nothing ever is. */
export type Trouble =
  | { readonly status: number; readonly body?: string; readonly headers?: Record<string, string> }
  | "hang"
  | "reset";

export interface ModelServer {
  readonly url: string;
  readonly asked: readonly Asked[];
  /** The most requests that were under way at once. */
  readonly most: number;
}

const NAMES: Readonly<Record<string, string>> = {
  zorvath: "PERSON",
  bo: "PERSON",
  "Brin Oltek": "PERSON",
  lunterby: "LOCATION",
  Threnody: "CODENAME",
};

/** Closed after the test. */
export async function modelServer(
  trouble: (request: number) => Trouble | undefined = () => undefined,
): Promise<ModelServer> {
  const asked: Asked[] = [];
  let running = 0;
  let most = 0;
  const server = createServer((request, response) => {
    running += 1;
    most = Math.max(most, running);
    response.on("close", () => {
      running -= 1;
    });
    void take(request, response);
  });
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const question = JSON.parse(Buffer.concat(parts).toString("utf8")) as Asked;
    asked.push(question);
    const wrong = trouble(asked.length);
    if (wrong === "hang") return;
    if (wrong === "reset") return void request.socket.destroy();
    response.writeHead(wrong?.status ?? 200, { "content-type": "application/json", ...wrong?.headers });
    response.end(wrong?.body ?? JSON.stringify(findingsIn(question.text)));
  };
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/analyze`,
    asked,
    get most() {
      return most;
    },
  };
}

/** In code points, as Python counts. */
function findingsIn(text: string): readonly object[] {
  const points = (offset: number): number => [...text.slice(0, offset)].length;
  return Object.entries(NAMES).flatMap(([name, label]) =>
    [...text.matchAll(new RegExp(`\\b${name}\\b`, "gu"))].map(({ index }) => ({
      entity_type: label,
      start: points(index),
      end: points(index + name.length),
      score: 0.85,
    })),
  );
}
