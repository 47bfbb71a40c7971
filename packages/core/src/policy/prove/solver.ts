/**
 * The port to an SMT solver: text in, text out. Core knows none; any that reads SMT-LIB 2 will do.
 */
export interface SolverAnswer {
  /** `unknown`: it gave up, or the time was up. */
  readonly status: "sat" | "unsat" | "unknown";
  /** Where it is satisfiable: its constants, as `(get-model)` prints them. */
  readonly model: string;
}

export interface Solver {
  /** Name and version, for a reader. */
  readonly name: string;
  /** @param script SMT-LIB 2 declarations and assertions, without `(check-sat)` */
  check(script: string, timeoutMs: number): Promise<SolverAnswer>;
}

const VALUE =
  /\(define-fun\s+([A-Za-z][A-Za-z0-9]*)\s*\(\)\s*(?:Bool|Int)\s+(true|false|\d+|\(\s*-\s*\d+\s*\))\s*\)/g;

/** Constants that a model says nothing of may have any value. */
export type Model = ReadonlyMap<string, boolean | number>;

/** The constants of a model as `(get-model)` prints it. */
export function readModel(text: string): Model {
  const values = new Map<string, boolean | number>();
  for (const [, name = "", written = ""] of text.matchAll(VALUE)) {
    if (written === "true" || written === "false") values.set(name, written === "true");
    else values.set(name, written.startsWith("(") ? -Number(/\d+/.exec(written)?.[0]) : Number(written));
  }
  return values;
}
