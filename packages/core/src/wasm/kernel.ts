/**
 * The **kernel**: WebAssembly built from assembly/kernel.ts
 *
 * Each instance has a memory of its own of five pages, laid out here. Compiled once, at first use.
 */
import { KERNEL_BASE64 } from "./kernel-wasm.ts";
import { webAssembly } from "./web-assembly.ts";

const PAGE = 65_536;
/** Below it lie the module's own constants. */
export const SCRATCH = 8_192;
export const TABLE: number = PAGE;
export const GRAMS: number = 2 * PAGE;
/** A little into the page, so that something can stand before it. */
export const INPUT: number = 3 * PAGE + 16;
export const PLACES: number = 4 * PAGE;

/** The state that SHA-256 begins with: FIPS 180-4 section 5.3.3. */
export const INITIAL = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
] as const;

export interface Kernel {
  readonly memory: ArrayBuffer;
  candidates(table: number, grams: number, input: number, size: number, base: number, out: number): number;
  compress(state: number, input: number, blocks: number): void;
  hmac(inner: number, outer: number, input: number, size: number, out: number): void;
}

let compiled: object | undefined;

/** Undefined where there is no WebAssembly, or where it must not be compiled (a page's policy). */
export function newKernel(): Kernel | undefined {
  if (webAssembly === undefined) return undefined;
  try {
    compiled ??= new webAssembly.Module(Uint8Array.from(atob(KERNEL_BASE64), (one) => one.charCodeAt(0)));
    const { exports } = new webAssembly.Instance(compiled);
    const { candidates, compress, hmac } = exports as unknown as Kernel;
    return {
      memory: (exports["memory"] as { readonly buffer: ArrayBuffer }).buffer,
      candidates,
      compress,
      hmac,
    };
  } catch {
    return undefined;
  }
}
