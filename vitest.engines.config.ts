import { defineConfig } from "vitest/config";

/**
 * Tests that start an engine of its own, Spark or Trino, and take minutes: `npm run test:spark` and
 * `npm run test:trino`. One file at a time: each engine takes all the machine has.
 */
export default defineConfig({
  resolve: { conditions: ["@proviso/source"] },
  ssr: { resolve: { conditions: ["@proviso/source"] } },
  test: {
    include: ["packages/*/test/**/*.spark-test.ts", "packages/*/test/**/*.trino-test.ts"],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 900_000,
    reporters: ["default", "./scripts/closing-line.ts"],
  },
});
