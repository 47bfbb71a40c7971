import { describe, expect, it } from "vitest";
import { type Surroundings, terminalOf } from "./terminal.ts";

const tty = { isTTY: true, columns: 72 };

function surroundings(part: Partial<Surroundings>): Surroundings {
  return { argv: [], env: {}, stdin: tty, stdout: tty, stderr: tty, ...part };
}

describe("colours", () => {
  it.each<[string, Partial<Surroundings>, boolean]>([
    ["a terminal", {}, true],
    ["a pipe", { stdout: {} }, false],
    ["NO_COLOR", { env: { NO_COLOR: "1" } }, false],
    ["an empty NO_COLOR", { env: { NO_COLOR: "" } }, true],
    ["--no-color", { argv: ["scan", "--no-color"], env: { FORCE_COLOR: "1" } }, false],
    ["--color into a pipe", { argv: ["--color"], stdout: {}, env: { NO_COLOR: "1" } }, true],
    ["--no-color after --", { argv: ["scan", "--", "--no-color"] }, true],
    ["FORCE_COLOR into a pipe", { env: { FORCE_COLOR: "1" }, stdout: {} }, true],
    ["an empty FORCE_COLOR into a pipe", { env: { FORCE_COLOR: "" }, stdout: {} }, true],
    ["FORCE_COLOR=0", { env: { FORCE_COLOR: "0" } }, false],
    ["NO_COLOR before FORCE_COLOR", { env: { FORCE_COLOR: "1", NO_COLOR: "1" } }, false],
    ["a dumb terminal", { env: { TERM: "dumb" } }, false],
    ["--json", { argv: ["scan", "--json"] }, false],
  ])("%s", (_, part, coloured) => {
    expect(terminalOf(surroundings(part)).out.isColorSupported).toBe(coloured);
  });

  it("are decided for each stream apart", () => {
    const terminal = terminalOf(surroundings({ stdout: {} }));
    expect([terminal.out.isColorSupported, terminal.err.isColorSupported]).toEqual([false, true]);
  });
});

describe("columns", () => {
  it.each<[string, Partial<Surroundings>, number]>([
    ["of the terminal", { env: { COLUMNS: "40" } }, 72],
    ["COLUMNS for a pipe", { stdout: {}, env: { COLUMNS: "40" } }, 40],
    ["80 where nothing says", { stdout: {} }, 80],
    ["nonsense", { stdout: {}, env: { COLUMNS: "wide" } }, 80],
    ["never too narrow to print", { stdout: { isTTY: true, columns: 3 } }, 20],
    ["never too wide to read", { stdout: { isTTY: true, columns: 400 } }, 100],
  ])("%s", (_, part, columns) => {
    expect(terminalOf(surroundings(part)).columns).toBe(columns);
  });
});

describe("people", () => {
  it("are asked only where both ends are a terminal, and never for --json", () => {
    expect(terminalOf(surroundings({})).interactive).toBe(true);
    expect(terminalOf(surroundings({ stdin: {} })).interactive).toBe(false);
    expect(terminalOf(surroundings({ stdout: {} })).interactive).toBe(false);
    expect(terminalOf(surroundings({ argv: ["--json"] })).interactive).toBe(false);
  });

  it("see progress only on a terminal", () => {
    expect(terminalOf(surroundings({ stdout: {} })).watched).toBe(true);
    expect(terminalOf(surroundings({ stderr: {} })).watched).toBe(false);
    expect(terminalOf(surroundings({ argv: ["--json"] })).watched).toBe(false);
  });
});
