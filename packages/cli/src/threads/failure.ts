/** An error in a form that survives the way between threads, which keeps no class and no code. */
import { type ErrorCode, type Place, ProvisoError } from "@proviso/core";

export interface Failure {
  readonly code: ErrorCode | undefined;
  readonly message: string;
  readonly place: Place;
  readonly hint: string | undefined;
  readonly stack: string | undefined;
}

export function failureOf(error: unknown): Failure {
  const isOurs = error instanceof ProvisoError;
  return {
    code: isOurs ? error.code : undefined,
    message: error instanceof Error ? error.message : String(error),
    place: isOurs ? error.place : {},
    hint: isOurs ? error.hint : undefined,
    stack: error instanceof Error ? error.stack : undefined,
  };
}

export function errorOf({ code, message, place, hint, stack }: Failure): Error {
  const error = code === undefined ? new Error(message) : new ProvisoError(code, message, { place, hint });
  if (stack !== undefined) error.stack = stack;
  return error;
}
