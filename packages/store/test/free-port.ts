import { createServer } from "node:net";

/** A port of this machine that nobody listened on just now. */
export async function freePort(): Promise<number> {
  return await new Promise((done, fail) => {
    const server = createServer().once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
