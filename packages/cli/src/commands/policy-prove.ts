/** `proviso policy prove`: whether packs keep what they promise, for all facts */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { ProvisoError } from "@proviso/core";
import { type Proof, prove } from "@proviso/core/policy";
import { writeAtomic } from "../output/atomic.ts";
import { print } from "../output/stdout.ts";
import { promisingPacks } from "../packs/promises.ts";
import { z3Solver } from "../solver/z3.ts";
import { EXIT } from "../terminal/print-error.ts";
import type { Context, PolicyProveOptions } from "./options.ts";
import { filesOf, proofsJson } from "./prove-json.ts";
import { proofsText } from "./prove-text.ts";
import { policyFolders } from "./question.ts";

const METHODS = { auto: "auto", enumerate: "enumerate", z3: "solve" } as const;

export async function policyProve(
  { terminal }: Context,
  wanted: readonly string[],
  options: PolicyProveOptions,
): Promise<number> {
  const packs = await promisingPacks(wanted, policyFolders(options), options.promises);
  const all = packs.flatMap(({ sets, promised }) => promised.map((one) => ({ ...one, sets })));
  const only = options.only;
  const asked = only === undefined ? all : all.filter(({ promise }) => only.includes(promise.id));
  if (asked.length === 0) {
    const known = [...new Set(all.map(({ promise }) => promise.id))].map((id) => `\`${id}\``);
    throw new ProvisoError("NOT_FOUND", `no promise \`${only?.join("`, `")}\``, {
      hint: `there are ${known.join(", ")}`,
    });
  }
  const solver = z3Solver();
  const proofs: Proof[] = [];
  const watched = terminal.watched && !terminal.json;
  try {
    for (const [index, { promise, policy, except, sets }] of asked.entries()) {
      if (watched) process.stderr.write(`\rproving ${index + 1} of ${asked.length}\u001b[K`);
      proofs.push(
        await prove(promise, policy, {
          solver,
          method: METHODS[options.method],
          ...(options.timeout === undefined ? {} : { timeoutMs: options.timeout }),
          set: sets.get(policy.product),
          except,
          now: () => performance.now(),
        }),
      );
    }
  } finally {
    if (watched) process.stderr.write("\r\u001b[K");
    // Its threads would keep the process alive.
    await solver.close();
  }
  if (options.out !== undefined) await writeFiles(proofs, options.out);
  await print(terminal.json ? proofsJson(proofs) : proofsText(proofs, terminal, options.out));
  if (proofs.some(({ verdict }) => verdict === "broken")) return EXIT.failed;
  return proofs.some(({ verdict }) => verdict === "undecided") ? EXIT.undecided : EXIT.ok;
}

/** The files of the first counterexample, which is printed with the command that explains it. */
async function writeFiles(proofs: readonly Proof[], folder: string): Promise<void> {
  const broken = proofs.find(({ counterexample }) => counterexample?.history?.missing.length === 0);
  const history = broken?.counterexample?.history;
  if (history === undefined) return;
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(filesOf(history))) {
    await writeAtomic(join(folder, name), (write) => write(text));
  }
}
