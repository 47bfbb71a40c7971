/**
 * Spark as an Engine: one session on a master, through the Python that comes with the user's Spark
 *
 * Its `spark-submit` is what starts the session, so that `spark-defaults.conf` and the user's settings hold.
 * What a run makes is as whole as the table format makes it; temporary views end with the session.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Engine, EngineOptions, EngineRow } from "./engine.ts";
import { engineFailed, engineInterrupted } from "./engine-failed.ts";
import { instant } from "./plain-value.ts";
import { SPARK_DRIVER } from "./spark-driver.ts";
import { findSpark } from "./spark-home.ts";

export interface SparkOptions extends EngineOptions {
  /** `spark://host:port`, `yarn`, `k8s://…`, `local[n]`; undefined: what Spark's own settings say. */
  readonly master?: string | undefined;
  /** Folder of Spark; undefined: SPARK_HOME, or where `spark-submit` lies. */
  readonly home?: string | undefined;
  /** Further settings of the session, by their full names. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
}

/**
 * A sum that does not fit, or a text that is no date, is refused in place of giving NULL, and quotes mean
 * what the printed SQL means by them. Last, so that no setting of a user's changes what a policy says.
 */
const MEANING = {
  "spark.sql.session.timeZone": "UTC",
  "spark.sql.ansi.enabled": "true",
  "spark.sql.ansi.doubleQuotedIdentifiers": "false",
  "spark.sql.parser.escapedStringLiterals": "false",
};
const QUIET = { "spark.ui.showConsoleProgress": "false" };

interface Answer {
  readonly version?: string;
  readonly done?: boolean;
  readonly names?: readonly string[];
  readonly times?: readonly boolean[];
  readonly rows?: readonly (readonly unknown[])[];
  readonly error?: string;
}

/** @throws ProvisoError NOT_FOUND for no Spark, ENGINE_FAILED where no session comes about */
export async function openSpark({ master, home, settings, signal }: SparkOptions): Promise<Engine> {
  const spark = findSpark(home, process.env);
  const all = {
    ...QUIET,
    ...settings,
    ...(master === undefined ? {} : { "spark.master": master }),
    ...MEANING,
  };
  const driver = new Driver(spark.python, JSON.stringify(all), { ...process.env, ...spark.env, TZ: "UTC" });
  const stop = (): void => driver.kill();
  signal?.addEventListener("abort", stop);
  const told = async (
    question: Promise<Answer>,
    detail: { statement?: number; hint?: string },
  ): Promise<Answer> => {
    const answer = await question;
    if (signal?.aborted === true) throw engineInterrupted("spark");
    if (answer.error === undefined) return answer;
    throw engineFailed("spark", { said: answer.error, hint: driver.hint(), ...detail });
  };
  try {
    const where = master === undefined ? "the master that its settings name" : `\`${master}\``;
    await told(driver.next(), { hint: `is there a Spark at ${where}, and has it cores and memory to give?` });
  } catch (error) {
    signal?.removeEventListener("abort", stop);
    await driver.end();
    throw error;
  }
  return {
    name: "spark",
    run: async (statements, onStatement) => {
      for (const [index, statement] of statements.entries()) {
        await told(driver.ask(statement, false), { statement: index });
        onStatement?.(index);
      }
    },
    query: async (statement) => rowsOf(await told(driver.ask(statement, true), { statement: 0 })),
    close: async () => {
      signal?.removeEventListener("abort", stop);
      await driver.end();
    },
  };
}

const KEPT = 8_000;

/** The process, a question at a time. What has ended answers every question with why. */
class Driver {
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  readonly #answers: Answer[] = [];
  #waiting: ((answer: Answer) => void) | undefined;
  #over: string | undefined;
  #said = "";

  constructor(python: string, settings: string, env: NodeJS.ProcessEnv) {
    // A group of its own: Ctrl-C is for us, and we end it.
    this.#child = spawn(python, ["-c", SPARK_DRIVER, settings], { env, detached: true });
    this.#child.stdin?.on("error", () => undefined);
    this.#child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#said = `${this.#said}${text}`.slice(-KEPT);
    });
    const lines = this.#child.stdout === null ? undefined : createInterface({ input: this.#child.stdout });
    lines?.on("line", (line) => this.#take(JSON.parse(line) as Answer));
    this.#ended = new Promise((done) => {
      const over = (why: string): void => {
        this.#over ??= why;
        this.#take(undefined);
        done();
      };
      this.#child.once("error", ({ message }) => over(`\`${python}\` cannot be started: ${message}`));
      this.#child.once("close", (_, signal) =>
        over(signal === null ? this.#lastWords() : `the session was ended by ${signal}`),
      );
    });
  }

  async ask(statement: string, rows: boolean): Promise<Answer> {
    this.#child.stdin?.write(`${JSON.stringify([statement, rows])}\n`);
    return await this.next();
  }

  async next(): Promise<Answer> {
    const there = this.#answers.shift();
    if (there !== undefined) return there;
    if (this.#over !== undefined) return { error: this.#over };
    return await new Promise((done) => {
      this.#waiting = done;
    });
  }

  hint(): string | undefined {
    return this.#over === undefined ? undefined : "Spark itself has ended; its own log says more";
  }

  async end(): Promise<void> {
    this.#child.stdin?.end();
    await this.#ended;
  }

  kill(): void {
    const { pid } = this.#child;
    try {
      if (pid !== undefined) process.kill(-pid, "SIGTERM");
    } catch {
      // It has ended by itself.
    }
  }

  #take(answer: Answer | undefined): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting !== undefined) waiting(answer ?? { error: this.#over ?? "ended" });
    else if (answer !== undefined) this.#answers.push(answer);
  }

  /** Of what it has printed the last line that is not a place in its code. */
  #lastWords(): string {
    const lines = this.#said.split("\n").filter((line) => /^\S/.test(line));
    return lines.at(-1) ?? "it ended without a word";
  }
}

function rowsOf({ names = [], times = [], rows = [] }: Answer): readonly EngineRow[] {
  return rows.map((cells) =>
    Object.fromEntries(names.map((name, at) => [name, times[at] === true ? timed(cells[at]) : cells[at]])),
  );
}

function timed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(timed);
  return typeof value === "string" ? instant(value) : value;
}
