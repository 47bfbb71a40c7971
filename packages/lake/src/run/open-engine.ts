/** EngineRequest -> the client that speaks to it, or what is missing */
import { userInfo } from "node:os";
import { ProvisoError } from "@proviso/core";
import { type Engine, openPostgres, openSpark, openTrino } from "../engines/index.ts";
import type { EngineRequest } from "../index.ts";

export async function openEngine(request: EngineRequest): Promise<Engine> {
  const { engine, master, url, catalog, schema, user, password, signal } = request;
  switch (engine) {
    case "spark":
      return await openSpark({ master, signal });
    case "postgres":
      return await openPostgres({ url, signal });
    case "trino":
      return openTrino({
        url: needed("url", url),
        catalog: needed("catalog", catalog),
        schema: needed("schema", schema),
        user: user ?? userInfo().username,
        password,
        signal,
      });
  }
}

function needed(option: string, value: string | undefined): string {
  if (value !== undefined) return value;
  throw new ProvisoError("USAGE", `Trino needs \`--${option}\``, {
    hint: "name its server, and the catalog and schema that hold the events and get the tables",
  });
}
