/**
 * `proviso init`: an interview -> a timeline file, which is never replaced unless asked for
 */
import { existsSync } from "node:fs";
import { isCancel, select } from "@clack/prompts";
import { ProvisoError } from "@proviso/core";
import { printTimeline } from "@proviso/core/events";
import { ask } from "../init/ask.ts";
import { writeAtomic } from "../output/atomic.ts";
import { print } from "../output/stdout.ts";
import { loadPacks, type Packs } from "../packs/load.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { Context, InitOptions } from "./options.ts";
import { productSheet } from "./product-sheet.ts";
import { policyFolders } from "./question.ts";

export async function init({ terminal }: Context, options: InitOptions): Promise<number> {
  const { out } = options;
  const overwrite = options.force ?? false;
  if (!overwrite && existsSync(out)) {
    throw new ProvisoError("USAGE", `\`${out}\` is already there`, {
      place: { file: out },
      hint: "write to another name with --out, or say --force to replace it",
    });
  }
  const set = presetOf(options.set ?? []);
  if (!terminal.interactive && Object.keys(set).length === 0) {
    throw new ProvisoError("USAGE", "there is no terminal to ask at", {
      hint: "give the answers: `proviso init --product PRODUCT --set plan=pro --set region=US`",
    });
  }
  const packs = await loadPacks(policyFolders(options));
  const product = await productOf(packs, options.product, terminal);
  const timeline = await ask({
    sheet: productSheet(packs, product),
    ...(options.account === undefined ? {} : { account: options.account }),
    set,
    ...(terminal.interactive ? { io: { input: process.stdin, output: process.stdout } } : {}),
  });
  await writeAtomic(out, (write) => write(printTimeline(timeline)), { overwrite });
  await print(
    terminal.json
      ? `${JSON.stringify({ file: out, product })}\n`
      : `wrote ${printable(out)}\nnext: proviso scan YOUR-EXPORT --account ${printable(out)}\n`,
  );
  return EXIT.ok;
}

/** @throws ProvisoError USAGE for what is not `key=value` */
function presetOf(pairs: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      if (at > 0) return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
      throw new ProvisoError("USAGE", `\`${pair}\` for \`--set\` is not of the form key=value`, {
        hint: "write for example --set plan=pro",
      });
    }),
  );
}

/** @throws ProvisoError NOT_FOUND, USAGE where it is not said and cannot be asked; INTERRUPTED */
async function productOf(packs: Packs, named: string | undefined, terminal: Terminal): Promise<string> {
  const products = [...packs.sets.keys()].sort();
  const [only] = products;
  if (named !== undefined && products.includes(named)) return named;
  const hint = `products are ${products.map((product) => `\`${product}\``).join(", ")}`;
  if (named !== undefined) throw new ProvisoError("NOT_FOUND", `no product is named \`${named}\``, { hint });
  if (products.length === 1 && only !== undefined) return only;
  if (!terminal.interactive) {
    throw new ProvisoError("USAGE", "which product the account is of is not said", {
      hint: `add --product PRODUCT; ${hint}`,
    });
  }
  const chosen = await select({
    message: "Which product is the account of?",
    options: products.map((value) => ({
      value,
      label: packs.products.get(value)?.title ?? value,
      hint: value,
    })),
  });
  if (!isCancel(chosen)) return chosen;
  throw new ProvisoError("INTERRUPTED", "interrupted, nothing was written");
}
