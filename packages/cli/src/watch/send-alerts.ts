/** File of alert rules, and what happened -> mail, webhooks, feeds */
import { readFile } from "node:fs/promises";
import { type DispatchRequest, type DispatchResult, dispatch, parseAlerts } from "@proviso/watch";
import { inputError } from "../input/fs-error.ts";

/** @throws ProvisoError for a file that cannot be read or is wrong; what cannot be sent is in the result */
export async function sendAlerts(
  file: string,
  request: Omit<DispatchRequest, "rules" | "env">,
): Promise<DispatchResult> {
  return await dispatch({ ...request, rules: await readAlerts(file), env: process.env });
}

/** @throws ProvisoError for a file that cannot be read or is wrong */
export async function readAlerts(file: string): Promise<ReturnType<typeof parseAlerts>> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw inputError(error, file);
  });
  return parseAlerts(text, file);
}
