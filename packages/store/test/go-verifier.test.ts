/**
 * The folder of a ledger, checked by the Go project's own note and tlog packages
 *
 * Runs where there is `go` and its module can be had; else says so.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { printVerifierKey } from "@proviso/core/ledger";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeFolderLedger, newOpening, openFolderLedger } from "../src/ledger/index.ts";

const SOURCE = fileURLToPath(new URL("go-verifier/", import.meta.url));
const BUILD_WITHIN = 120_000;
const root = mkdtempSync(join(tmpdir(), "proviso-go-"));
afterAll(() => rmSync(root, { recursive: true }));

function build(): string | undefined {
  const program = join(root, "verifier");
  const env = { ...process.env, GOFLAGS: "-mod=mod", GOWORK: "off" };
  const { status, error, stderr } = spawnSync("go", ["build", "-o", program, "."], {
    cwd: SOURCE,
    env,
    encoding: "utf8",
    timeout: BUILD_WITHIN,
  });
  if (status === 0) return undefined;
  if (error !== undefined) return "no Go here";
  // A program that does not compile is a failure; a module that cannot be fetched is none of ours.
  if (/dial tcp|no such host|proxy|i\/o timeout|module lookup disabled/.test(stderr)) {
    return "the Go module golang.org/x/mod cannot be had";
  }
  throw new Error(stderr);
}

const hindrance = build();
if (hindrance !== undefined) it.skip(`Go's note and tlog: ${hindrance}`, () => undefined);

describe.skipIf(hindrance !== undefined)("Go's note and tlog", () => {
  const folder = join(root, "ledger");
  const earlier = join(root, "earlier");
  let key = "";

  beforeAll(async () => {
    key = printVerifierKey(await makeFolderLedger(folder, "example.com/log"));
    const ledger = await openFolderLedger(folder, { write: true });
    await ledger.append(Array.from({ length: 300 }, (_, at) => newOpening("event", { at })));
    writeFileSync(earlier, await ledger.head());
    await ledger.append(Array.from({ length: 400 }, (_, at) => newOpening("decision", { at })));
    await ledger.close();
  });

  const verify = (...args: readonly string[]) =>
    spawnSync(join(root, "verifier"), args, { encoding: "utf8" });

  it("accept the checkpoints, prove every leaf, and the one tree from the other", () => {
    const { stdout, stderr } = verify(folder, key, earlier);
    expect(stderr).toBe("");
    expect(stdout).toBe("700 leaves, consistent with 300\n");
  });

  it("refuse another key, and a hash that was changed", async () => {
    const other = join(root, "other");
    const wrong = printVerifierKey(await makeFolderLedger(other, "example.com/log"));
    expect(verify(folder, wrong, earlier).status).toBe(1);
    const copy = join(root, "copy");
    execFileSync("cp", ["-r", folder, copy]);
    const tile = join(copy, "tile/0/001");
    const bytes = readFileSync(tile);
    bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100);
    writeFileSync(tile, bytes);
    expect(verify(copy, key, earlier).status).toBe(1);
  });
});
