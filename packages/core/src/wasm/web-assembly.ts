/**
 * The part of WebAssembly that is used. Browsers and Node have it; the language's own library of
 * types does not say so, and core takes nothing else from either.
 */
interface WebAssemblyLike {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Readonly<Record<string, unknown>> };
}

/** Undefined where a page or a platform forbids it; then the twins in TypeScript run. */
export const webAssembly: WebAssemblyLike | undefined = (
  globalThis as { readonly WebAssembly?: WebAssemblyLike }
).WebAssembly;
