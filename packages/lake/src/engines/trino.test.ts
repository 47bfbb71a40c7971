import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { openTrino, type TrinoOptions } from "./trino.ts";

const WHERE: TrinoOptions = { url: "https://trino.example.com", catalog: "c", schema: "s", user: "u" };

describe("Trino's address and password", () => {
  it.each(["trino.example.com:8443", "ftp://trino.example.com", ""])("`%s` is none", (url) => {
    expect(() => openTrino({ ...WHERE, url })).toThrow(`\`${url}\` is no address of a Trino server`);
  });

  it("sends no password in the clear to another machine", () => {
    const open = (url: string) => () => openTrino({ ...WHERE, url, password: "p" });
    expect(open("http://trino.example.com:8080")).toThrow("a password is not sent without TLS");
    expect(open("https://trino.example.com:8443")).not.toThrow();
    expect(open("http://localhost:8080")).not.toThrow();
  });

  it("sends user, password, catalog and UTC, and says when they are refused", async () => {
    const seen: Record<string, unknown>[] = [];
    const server = createServer((request, response) => {
      seen.push(request.headers);
      response.writeHead(401).end();
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as AddressInfo;
    const engine = openTrino({ ...WHERE, url: `http://127.0.0.1:${port}`, password: "p" });
    const error = await engine.query("SELECT 1").catch((one: unknown) => one);
    server.close();
    expect(error).toMatchObject({ code: "ENGINE_FAILED", hint: expect.stringContaining("TRINO_PASSWORD") });
    expect(String(error)).not.toContain("dTpw");
    expect(seen).toMatchObject([
      {
        authorization: "Basic dTpw",
        "x-trino-user": "u",
        "x-trino-catalog": "c",
        "x-trino-schema": "s",
        "x-trino-time-zone": "UTC",
        "x-trino-client-capabilities": "PARAMETRIC_DATETIME",
      },
    ]);
  });
});
