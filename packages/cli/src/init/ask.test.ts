import { PassThrough, Writable } from "node:stream";
import { ProvisoError } from "@proviso/core";
import type { ProductSheet, Timeline } from "@proviso/core/events";
import { expect, test } from "vitest";
import { type AskOptions, ask } from "./ask.ts";

const SHEET: ProductSheet = {
  product: "vendor/product",
  title: "Product",
  plans: ["free", "pro"],
  terms: [],
  settings: { training: "Settings > Privacy" },
};

const ENTER = "\r";
const DOWN = "\u001b[B";
const CONTROL_C = "\u0003";

/** What is waited for on the screen, and the keys then pressed. */
type Step = readonly [screen: string, keys: string];

/** A terminal at which somebody presses keys once a text has appeared. */
class Terminal {
  readonly input = new PassThrough();
  readonly output: Writable;
  #screen = "";
  readonly #steps: Step[];

  constructor(steps: readonly Step[]) {
    this.#steps = [...steps];
    this.output = new Writable({
      write: (chunk, _, done) => {
        this.#screen += String(chunk);
        this.#press();
        done();
      },
    });
  }

  get left(): number {
    return this.#steps.length;
  }

  #press(): void {
    const [step] = this.#steps;
    if (step === undefined || !this.#screen.includes(step[0])) return;
    this.#steps.shift();
    this.#screen = "";
    // After the prompt has drawn itself it listens.
    setImmediate(() => (step[1] === "" ? this.input.end() : this.input.write(step[1])));
  }
}

async function outcome(options: AskOptions): Promise<Timeline | ProvisoError> {
  return ask(options).catch((error: unknown) => {
    if (error instanceof ProvisoError) return error;
    throw error;
  });
}

const TO_THE_END: readonly Step[] = [
  ["Where do you live?", ENTER],
  ["EEA-DE", `US${ENTER}`],
  ["training setting on or off", DOWN + ENTER],
  ["Since when has it been off?", ENTER],
  ["Since when has it been off?", `2026-01-15${ENTER}`],
  ["Had you set it before", DOWN + ENTER],
  ["deleted chats", DOWN + ENTER],
  ["thumbs up or down", DOWN + ENTER],
  ["objected", DOWN + ENTER],
  ["API key", DOWN + ENTER],
];

test("asked at a terminal, with one answer given beforehand and one mended", async () => {
  const terminal = new Terminal([
    ["When was the Product account created?", ENTER],
    ["When was the Product account created?", `2024-02-30${ENTER}`],
    ["not a date of the calendar", `\u0015${"\u007f".repeat(12)}2024-02-01${ENTER}`],
    ["Since when has it been on `pro`?", DOWN + ENTER],
    ...TO_THE_END,
  ]);
  const timeline = await outcome({ sheet: SHEET, account: "a-1", set: { plan: "pro" }, io: terminal });
  expect(terminal.left).toBe(0);
  expect(timeline).toEqual({
    account: "a-1",
    product: "vendor/product",
    signedUp: "2024-02-01",
    plan: "pro",
    region: "US",
    choices: [{ at: "2026-01-15", purpose: "train-general", choice: "refused" }],
    deletions: [],
    feedback: [],
    objections: [],
    credentials: [],
  });
});

test.each([
  ["Ctrl-C at a list", [["When was the Product account created?", CONTROL_C]]],
  [
    "Ctrl-C at a text",
    [
      ["When was the Product account created?", ENTER],
      ["When was the Product account created?", `20${CONTROL_C}`],
    ],
  ],
  ["the end of input", [["When was the Product account created?", ""]]],
] as const)("%s interrupts, and there is no timeline", async (_, steps) => {
  const error = await outcome({ sheet: SHEET, io: new Terminal(steps) });
  expect(error).toMatchObject({ code: "INTERRUPTED" });
});

test("without a terminal, what is not given stays unknown", async () => {
  expect(await outcome({ sheet: SHEET })).toEqual({ product: "vendor/product" });
  const set = { plan: "pro", planSince: "start", region: "EEA-DE", training: "never-asked" };
  expect(await outcome({ sheet: SHEET, set })).toEqual({
    product: "vendor/product",
    plan: "pro",
    region: "EEA-DE",
    choices: [],
  });
});

test.each([
  [{ plans: "pro" }, "USAGE", "`plans` is not a question"],
  [{ region: "EU" }, "USAGE", "`EU` is not a region"],
  [{ trainingSince: "2026-01-01" }, "USAGE", "`trainingSince` has no effect"],
  [{ signedUp: "2026-01-01", objection: "2025-01-01" }, "TIMELINE_CONTRADICTION", "before the sign-up"],
])("--set %j is refused", async (set, code, message) => {
  const error = await outcome({ sheet: SHEET, set });
  expect(error).toMatchObject({ code, message: expect.stringContaining(message) });
  expect((error as ProvisoError).place.field).toContain("--set");
});
