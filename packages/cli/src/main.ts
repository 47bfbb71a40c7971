#!/usr/bin/env node
import { guardStreams } from "./output/stdout.ts";
/**
 * The `proviso` program: arguments -> one command -> exit code
 *
 * Exit codes: 0 done, 1 findings, failures or bad input, 2 wrong usage, 128 + signal when ended.
 * Commands are loaded when they are run, so that `--help` answers at once.
 */
import { removeUnfinished } from "./output/unfinished.ts";
import { runProgram } from "./program.ts";
import { endOnSignals } from "./terminal/interrupt.ts";
import { errorText, exitCodeOf } from "./terminal/print-error.ts";
import { terminalOf } from "./terminal/terminal.ts";

const argv = process.argv.slice(2);
const { env, stdin, stdout, stderr } = process;
const terminal = terminalOf({ argv, env, stdin, stdout, stderr });

guardStreams(terminal);
endOnSignals(terminal);
process.on("uncaughtException", (error) => {
  removeUnfinished();
  stderr.write(errorText(error, terminal));
  process.exit(exitCodeOf(error));
});

try {
  process.exitCode = await runProgram(argv, terminal);
} catch (error) {
  stderr.write(errorText(error, terminal));
  process.exitCode = exitCodeOf(error);
}
