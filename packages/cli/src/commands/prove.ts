/**
 * `proviso prove inclusion|exclusion`: that a conversation or an item is in an export, or is not
 */
import { ProvisoError } from "@proviso/core";
import type { Claim, Membership } from "@proviso/core/export";
import { makeMembership } from "../export/members/make-membership.ts";
import { readKey } from "../input/key.ts";
import { writeAtomic } from "../output/atomic.ts";
import { print } from "../output/stdout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import { count } from "../terminal/words.ts";
import type { Context, ProveOptions } from "./options.ts";

export function proveInclusion(context: Context, options: ProveOptions): Promise<number> {
  return prove(context, "included", options);
}

export function proveExclusion(context: Context, options: ProveOptions): Promise<number> {
  return prove(context, "excluded", options);
}

async function prove({ terminal }: Context, claim: Claim, options: ProveOptions): Promise<number> {
  const folder = needed(options.export, "--export FOLDER");
  const conversation = needed(options.conversation, "--conversation ID");
  const key = await readKey(options.keyFile, process.env);
  const disclose = options.discloseKey ?? false;
  const membership = await makeMembership({ folder, key, conversation, item: options.item, disclose });
  if (membership.claim !== claim) throw notTrue(membership, options);
  const text = `${JSON.stringify(membership, null, 2)}\n`;
  const { out } = options;
  if (out === undefined) await print(text);
  else await writeAtomic(out, (write) => write(text));
  if (terminal.json) {
    if (out !== undefined) await print(`${JSON.stringify({ out, proof: membership })}\n`);
    return EXIT.ok;
  }
  const { size, set } = membership;
  const what = claim === "included" ? "is one of" : "is not among";
  process.stderr.write(`${printable(subject(options))} ${what} the ${count(size)} ${set} of the export\n`);
  if (!disclose) {
    process.stderr.write(
      "whoever reads the proof needs the key to see whose it is; `--disclose-key` puts the export's into it\n",
    );
  }
  return EXIT.ok;
}

function needed(given: string | undefined, option: string): string {
  if (given !== undefined && given !== "") return given;
  const [name = ""] = option.split(" ");
  throw new ProvisoError("USAGE", `\`${name}\` is missing`, { hint: `add \`${option}\`` });
}

/** A wrong claim has no proof; the other one has. */
function notTrue({ claim }: Membership, options: ProveOptions): ProvisoError {
  const isIn = claim === "included";
  return new ProvisoError(
    "CLAIM_FALSE",
    `${subject(options)} is ${isIn ? "in the export" : "not in the export"}`,
    {
      place: { file: options.export },
      hint: `\`proviso prove ${isIn ? "inclusion" : "exclusion"}\` proves it`,
    },
  );
}

function subject({ conversation = "", item }: ProveOptions): string {
  return item === undefined ? `conversation \`${conversation}\`` : `item \`${item}\` of \`${conversation}\``;
}
