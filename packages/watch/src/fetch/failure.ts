/** An error of a request -> what is told of it. */
import { TooLarge, UnknownCoding } from "./body.ts";
import type { Failed, Refused } from "./fetched.ts";
import { PrivateAddress } from "./guard.ts";

const TIMEOUTS = new Set([
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
  "ETIMEDOUT",
]);
const TRANSIENT_STATUS = new Set([408, 425, 429, 500, 502, 503, 504]);
/** Answers by which a site shows it to others, not to us. */
const REFUSING_STATUS = new Set([401, 403, 407, 451]);

export function failureOf(error: unknown, maxBytes: number): Refused | Failed {
  const chain = causes(error);
  const found = <T extends Error>(kind: new (...args: never[]) => T): T | undefined =>
    chain.find((one): one is T => one instanceof kind);
  const hidden = found(PrivateAddress);
  if (hidden !== undefined) return { is: "refused", signal: "private-address", reason: hidden.message };
  if (found(TooLarge) !== undefined) {
    return { is: "refused", signal: "too-large", reason: `more than ${maxBytes} bytes` };
  }
  const coding = found(UnknownCoding);
  if (coding !== undefined) return failed("encoding", coding.message, false);
  const codes = chain.map((one) => String((one as { code?: unknown }).code ?? ""));
  const message = chain.at(-1)?.message || codes.find((one) => one !== "") || "no reason was given";
  if (chain.some(({ name }) => name === "TimeoutError") || codes.some((one) => TIMEOUTS.has(one))) {
    return failed("timeout", message, true);
  }
  const code = codes.findLast((one) => one !== "") ?? "";
  if (code === "ENOTFOUND" || code === "ENODATA") return failed("dns", message, false);
  if (code === "EAI_AGAIN" || code === "ESERVFAIL") return failed("dns", message, true);
  if (isTls(code)) return failed("tls", message, false);
  if (code.startsWith("Z_") || code.startsWith("ERR_BROTLI") || code.startsWith("ZSTD_")) {
    return failed("encoding", `the body cannot be decompressed: ${message}`, true);
  }
  return failed("connection", message, true);
}

export function statusFailure(status: number): Failed {
  const signal = REFUSING_STATUS.has(status) ? "refused" : "http-status";
  const reason = `the server answered ${status}`;
  return { is: "failed", signal, reason, isTransient: TRANSIENT_STATUS.has(status), status };
}

function failed(signal: Failed["signal"], reason: string, isTransient: boolean): Failed {
  return { is: "failed", signal, reason, isTransient };
}

function isTls(code: string): boolean {
  return (
    code.startsWith("ERR_TLS") ||
    code.startsWith("ERR_SSL") ||
    code.startsWith("CERT_") ||
    code.includes("SELF_SIGNED") ||
    code === "UNABLE_TO_VERIFY_LEAF_SIGNATURE" ||
    code === "UNABLE_TO_GET_ISSUER_CERT_LOCALLY" ||
    code === "UNABLE_TO_GET_ISSUER_CERT" ||
    code === "DEPTH_ZERO_SELF_SIGNED_CERT" ||
    code === "EPROTO"
  );
}

/** The error, and what lies behind it; attempts at several addresses count with their last. */
function causes(error: unknown): readonly Error[] {
  const chain: Error[] = [];
  let one: unknown = error;
  while (one instanceof Error && chain.length < 10) {
    chain.push(one);
    one = one.cause ?? (one instanceof AggregateError ? one.errors.at(-1) : undefined);
  }
  return chain;
}
