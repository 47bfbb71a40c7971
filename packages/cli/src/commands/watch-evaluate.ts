/**
 * `proviso watch evaluate`: what is found, held against labelled changes
 */
import { evaluate, printEvaluation } from "@proviso/watch";
import { print } from "../output/stdout.ts";
import { EXIT } from "../terminal/print-error.ts";
import type { Context } from "./options.ts";

export async function watchEvaluate({ terminal }: Context, gold: string): Promise<number> {
  const evaluation = await evaluate(gold);
  await print(terminal.json ? `${JSON.stringify(evaluation)}\n` : printEvaluation(evaluation));
  return EXIT.ok;
}
