/**
 * `npm run accuracy`: what is found of what public data marks, against the bars we set ourselves
 *
 * The data is other people's work and not part of this repository: it is looked for beside the
 * checkout, or where `--data` says. What is not there is said to be missing.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { markdownBars, printBars } from "./accuracy/bar.ts";
import { accuracyBars } from "./accuracy/bars.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: join(import.meta.dirname, "../../shared/data/pii") },
    seed: { type: "string", default: "1" },
    json: { type: "boolean", default: false },
    markdown: { type: "boolean", default: false },
  },
});

const read = (path: string): string | undefined => {
  const file = join(values.data, path);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
};

const bars = accuracyBars(read, Number(values.seed));
const print = values.markdown ? markdownBars : printBars;
process.stdout.write(values.json ? `${JSON.stringify(bars)}\n` : print(bars));
process.exitCode = bars.some((bar) => bar.isReached === false) ? 1 : 0;
