/**
 * Appends without end, and prints what was acknowledged, until it is killed: `first count size` on a line
 *
 * Arguments: the folder, and a number that the sizes of its batches follow from. Each leaf says its own
 * number, so that whoever reads the ledger later knows what it must say.
 */
import { writeSync } from "node:fs";
import { parseCheckpoint } from "@proviso/core/ledger";
import { newOpening, openFolderLedger } from "../src/ledger/index.ts";

const [, , folder = "", seed = "0"] = process.argv;
const ledger = await openFolderLedger(folder, { write: true });
let at = parseCheckpoint(await ledger.head()).size;
let state = Number(seed);

/** Batches of many sizes, so that tiles are filled, passed over and cut anywhere. */
function next(most: number): number {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return 1 + ((state >>> 8) % most);
}

for (let round = 0; ; round += 1) {
  const calls = Array.from({ length: next(3) }, () => next(round % 5 === 0 ? 700 : 12));
  await Promise.all(
    calls.map(async (count) => {
      const openings = Array.from({ length: count }, () => newOpening("event", { at: at++ }));
      const { first, size } = await ledger.append(openings);
      // Synchronous: what is printed was acknowledged, and what was acknowledged is printed at once.
      writeSync(1, `${first} ${count} ${size}\n`);
    }),
  );
  if (round % 7 === 3) await ledger.erase(0);
}
