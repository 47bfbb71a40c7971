import { ProvisoError } from "@proviso/core";
import type { AssistantSettings, WireName } from "./opinion.ts";

/** Of the user: `keyVariable` names the environment variable that holds the key. */
export interface AssistantChoice {
  readonly wire: string;
  readonly model: string;
  readonly baseUrl: string;
  readonly keyVariable?: string | undefined;
  readonly timeoutMs?: number | undefined;
  readonly tries?: number | undefined;
}

const WIRES: readonly WireName[] = ["messages", "chat-completions"];
const OWN_MACHINE = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** @throws ProvisoError USAGE for a wrong choice; KEY_MISSING where the variable is empty */
export function assistantSettings(
  { wire, model, baseUrl, keyVariable, timeoutMs = 120_000, tries = 3 }: AssistantChoice,
  environment: Readonly<Record<string, string | undefined>>,
): AssistantSettings {
  const known = WIRES.find((one) => one === wire);
  if (known === undefined) throw wrong("wire", `\`${wire}\` is no wire format`, `use ${WIRES.join(" or ")}`);
  if (model.trim() === "") throw wrong("model", "no model is named", "name it as its provider does");
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && OWN_MACHINE.has(url.hostname));
  if (url === undefined || !isSafe || url.username !== "" || url.password !== "") {
    const hint = "an address with `https://`, without a name or password; `http://` for this machine only";
    throw wrong("baseUrl", "the assistant's address cannot be used", hint);
  }
  if (!Number.isInteger(tries) || tries < 1 || tries > 10) throw wrong("tries", "tries are from 1 to 10");
  if (!Number.isInteger(timeoutMs) || timeoutMs < 1)
    throw wrong("timeoutMs", "the timeout is in milliseconds");
  const key = keyVariable === undefined ? undefined : environment[keyVariable]?.trim();
  if (keyVariable !== undefined && (key === undefined || key === "")) {
    throw new ProvisoError("KEY_MISSING", `the environment variable \`${keyVariable}\` holds no key`, {
      place: { field: "keyVariable" },
      hint: "set it where Proviso runs; keys are read from nowhere else",
    });
  }
  return {
    wire: known,
    model,
    baseUrl: `${url.origin}${url.pathname.replace(/\/+$/u, "")}`,
    key,
    timeoutMs,
    tries,
    maxWaitMs: 60_000,
    pieceLength: 60_000,
    mostPieces: 8,
  };
}

function wrong(field: string, message: string, hint?: string): ProvisoError {
  return new ProvisoError("USAGE", message, { place: { field }, hint });
}
