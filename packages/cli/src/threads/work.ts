/**
 * **Work**: what a thread does, and what goes to it and back
 *
 * Settings, what goes in and what comes out are plain data. Work remembers nothing: which thread gets
 * which part is chance, and any number of threads has to give the same bytes.
 */
import type { Failure } from "./failure.ts";

export type Work<In, Out> = (input: In) => Out;

/** A value on its way to another thread: `moves` go there instead of being copied. */
export interface Handed<T> {
  readonly value: T;
  readonly moves: readonly ArrayBuffer[];
}

export type HandOver<T> = (value: T) => Handed<T>;

/** In the order in which the thread was asked. */
export type Answer<Out> = { readonly result: Out } | { readonly failure: Failure };

/** In a buffer that holds nothing else, so that it can move. */
export function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.length;
  return isWhole ? new Uint8Array(buffer) : new Uint8Array(bytes);
}
