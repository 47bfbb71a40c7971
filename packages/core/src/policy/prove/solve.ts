/**
 * Claims x solver -> proved, broken by confirmed facts, or undecided
 */
import type { Expr } from "../expr.ts";
import type { Claim } from "./claim.ts";
import { minimise } from "./minimise.ts";
import { type Found, Search } from "./search.ts";
import type { Solver } from "./solver.ts";

export interface Solved {
  readonly verdict: "proved" | "broken" | "undecided";
  readonly questions: number;
  readonly found: (Found & { readonly minimal: boolean }) | undefined;
  readonly note: string | undefined;
}

export interface SolveOptions {
  readonly solver: Solver;
  readonly timeoutMs: number;
  /** Conditions that are never false of the facts in question. */
  readonly laws?: readonly Expr[];
  /** Conditions on the counterexample, each kept if it can be. */
  readonly wanted?: readonly Expr[];
}

/** Models that the calendar rules out, before the search gives up. */
const MOST_MODELS = 40;

/** @param plainest whether the facts that are found are wanted in their plainest form */
export async function solve(
  claims: readonly Claim[],
  options: SolveOptions,
  plainest: boolean,
): Promise<Solved> {
  const { solver, timeoutMs, laws = [], wanted = [] } = options;
  const search = new Search(claims, solver, timeoutMs, laws, wanted);
  const given = (verdict: Solved["verdict"], note?: string): Solved => ({
    verdict,
    questions: search.questions,
    found: undefined,
    note,
  });
  for (let model = 0; model < MOST_MODELS; model += 1) {
    const { status, model: found } = await search.ask([]);
    if (status === "unknown")
      return given("undecided", `${solver.name} gave no answer within ${timeoutMs} ms`);
    if (status === "unsat") {
      return search.isLost
        ? given(
            "undecided",
            "for some orders of instants no dates were found, and no proof that there are none",
          )
        : given("proved");
    }
    const broken = search.confirm(found);
    if (broken === undefined) continue;
    const plain = plainest ? await minimise(search) : undefined;
    return {
      verdict: "broken",
      questions: search.questions,
      found: { ...(plain ?? broken), minimal: plain !== undefined },
      note: undefined,
    };
  }
  return given(
    "undecided",
    `the calendar ruled out ${MOST_MODELS} models of ${solver.name}, one after another`,
  );
}
