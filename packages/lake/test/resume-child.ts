/** Runs a job until it is killed; arguments: input, output folder, folder of policies. Prints each part it begins. */
import { readdirSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { assemble, parsePolicy } from "@proviso/core/policy";
import { runLake } from "../src/run/run-lake.ts";
import { request } from "./request.ts";

const [, , input = "", out = "", policies = ""] = process.argv;
const files = readdirSync(policies).filter((file) => /^\d.*\.yaml$/.test(file));
const set = assemble(
  files.map((file) => parsePolicy(readFileSync(join(policies, file), "utf8"), file).policy),
);
await runLake(
  request({
    inputs: [input],
    out,
    set,
    buckets: 6,
    tables: ["decisions", "clocks"],
    resume: process.argv.includes("--resume"),
    onProgress: ({ step, done }) => {
      if (step === "writing") writeSync(1, `${done}\n`);
    },
  }),
);
