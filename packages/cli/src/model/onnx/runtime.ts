/**
 * What runs ONNX files: a package of the user's choice, loaded when a profile asks for it
 *
 * Neither is a dependency, as hardly anybody needs them and each is larger than all of Proviso. The
 * native one is some times faster; the other is WebAssembly and runs everywhere.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { inputError } from "../../input/fs-error.ts";
import type { Fail } from "../model-failed.ts";

export interface Tensor {
  readonly type: string;
  readonly dims: readonly number[];
  readonly data: unknown;
}

export interface Session {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(
    feeds: Readonly<Record<string, Tensor>>,
    options: Readonly<Record<string, unknown>>,
  ): Promise<Readonly<Record<string, Tensor>>>;
  release(): Promise<void>;
}

export interface OpenedSession {
  readonly session: Omit<Session, "run">;
  run(feeds: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, Tensor>>>;
  tensor(values: BigInt64Array, dims: readonly number[]): Tensor;
}

/** What is used of the packages; both have it. */
interface Runtime {
  readonly Tensor: new (type: "int64", data: BigInt64Array, dims: readonly number[]) => Tensor;
  readonly InferenceSession: {
    create(model: string | Uint8Array, options: Readonly<Record<string, unknown>>): Promise<Session>;
  };
  readonly env: { readonly wasm?: { numThreads?: number } };
}

const NATIVE = "onnxruntime-node";
const WEB = "onnxruntime-web";
/** Nothing below what ends the program: what goes wrong is told by us. */
const LOG_FATAL = 4;

/** @throws ProvisoError MODEL_FAILED without a runtime, or for a file that is no model; NOT_FOUND, PERMISSION */
export async function openSession(file: string, fail: Fail): Promise<OpenedSession> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw inputError(error, file);
  });
  const loaded = (await load(NATIVE, fail)) ?? (await load(WEB, fail));
  if (loaded === undefined) {
    throw fail(
      "an ONNX model needs a package that runs it",
      `\`npm install ${NATIVE}\` where proviso is installed, or \`npm install ${WEB}\`, which is slower and has no native part`,
    );
  }
  const { runtime, name } = loaded;
  // Threads of the WebAssembly runtime outlive the session and keep the program from ending.
  if (name === WEB && runtime.env.wasm !== undefined) runtime.env.wasm.numThreads = 1;
  // By path the native one finds the weights of a large model, which are in files of their own.
  const model = name === NATIVE ? file : new Uint8Array(bytes);
  const quiet = { logSeverityLevel: LOG_FATAL };
  const session = await runtime.InferenceSession.create(model, quiet).catch((cause: unknown) => {
    throw fail(`\`${file}\` cannot be loaded by ${name}`, "is it a whole ONNX file?", cause);
  });
  return {
    session,
    run: (feeds) => session.run(feeds, quiet),
    tensor: (values, dims) => new runtime.Tensor("int64", values, dims),
  };
}

/** @returns undefined where the package is not installed */
async function load(
  name: string,
  fail: Fail,
): Promise<{ readonly runtime: Runtime; readonly name: string } | undefined> {
  if (!isInstalled(name)) return undefined;
  try {
    const module = (await import(/* @vite-ignore */ name)) as Partial<Runtime> & {
      readonly default: Runtime;
    };
    const { InferenceSession, Tensor, env } = module;
    const isWhole = InferenceSession !== undefined && Tensor !== undefined && env !== undefined;
    return { runtime: isWhole ? { InferenceSession, Tensor, env } : module.default, name };
  } catch (cause) {
    throw fail(`\`${name}\` is installed and cannot be loaded`, `\`npm install ${name}\` again`, cause);
  }
}

/** Asked before: a package that is there and broken must not look like one that is not. */
function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND");
  }
}
