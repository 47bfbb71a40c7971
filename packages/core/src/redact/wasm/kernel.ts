/**
 * The **kernel**: WebAssembly built from assembly/kernel.ts
 *
 * Each instance has a memory of its own of four pages, laid out here. Compiled once, at first use.
 */
import { KERNEL_BASE64 } from "./kernel-wasm.ts";
import { webAssembly } from "./web-assembly.ts";

const PAGE = 65_536;
/** Below it lie the module's own constants. */
export const SCRATCH = 8_192;
export const TABLE: number = PAGE;
export const INPUT: number = 2 * PAGE;
export const PLACES: number = 3 * PAGE;

export interface Kernel {
  readonly memory: ArrayBuffer;
  candidates(table: number, input: number, size: number, previous: number, base: number, out: number): number;
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
