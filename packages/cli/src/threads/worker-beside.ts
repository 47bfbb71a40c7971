/** The file `worker` beside the one that asks: its name in sources is not its name when built. */
export function workerBeside(module: string): URL {
  return new URL(module.endsWith(".ts") ? "./worker.ts" : "./worker.js", module);
}
