/** `proviso ledger evidence`: that something was logged, in a file that anyone can check */
import { ProvisoError } from "@proviso/core";
import type { Opening } from "@proviso/core/ledger";
import type { Ledger } from "@proviso/store/ledger";
import { withLedger } from "../ledger/open.ts";
import { writeAtomic } from "../output/atomic.ts";
import { print } from "../output/stdout.ts";
import { EXIT } from "../terminal/print-error.ts";
import type { LedgerEvidenceOptions } from "./ledger-options.ts";
import type { Context } from "./options.ts";

export async function ledgerEvidence(
  _: Context,
  place: string,
  options: LedgerEvidenceOptions,
): Promise<number> {
  const given = [options.index, options.digest, options.event].filter((one) => one !== undefined);
  if (given.length !== 1) {
    throw new ProvisoError("USAGE", "say of what: one of `--index`, `--digest` and `--event`", {
      hint: "for example `--event 4f2a`",
    });
  }
  const text = await withLedger(place, {}, async (ledger) => {
    const index = options.index ?? (await find(ledger, options));
    return `${JSON.stringify(await ledger.evidence(index), undefined, 2)}\n`;
  });
  if (options.out === undefined) await print(text);
  else await writeAtomic(options.out, (write) => write(text));
  return EXIT.ok;
}

async function find(ledger: Ledger, { digest, event }: LedgerEvidenceOptions): Promise<number> {
  const found: number[] = [];
  for await (const { index, opening } of ledger.openings()) {
    if (opening !== undefined && isAsked(opening, digest, event)) found.push(index);
  }
  const [index] = found;
  const what = digest === undefined ? `event \`${event}\`` : `digest \`${digest}\``;
  if (index === undefined) {
    throw new ProvisoError("NOT_FOUND", `nothing with ${what} is logged here, or it was erased`);
  }
  if (found.length === 1) return index;
  throw new ProvisoError("USAGE", `leaves ${found.join(", ")} have ${what}`, {
    hint: `choose one, as in \`--index ${index}\``,
  });
}

function isAsked({ kind, value }: Opening, digest: string | undefined, event: string | undefined): boolean {
  if (typeof value !== "object" || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  if (digest !== undefined) return fields["digest"] === digest;
  return kind === "event" && fields["id"] === event;
}
