/**
 * Z3 as WebAssembly behind the port that proofs ask: started when first asked, ended with `close`.
 *
 * It runs on worker threads that keep the process alive until they are ended. Scripts are read by
 * `solver_from_string`: the library's `eval_smtlib2_string` frees the text while a thread still
 * reads it.
 */
import type { Solver, SolverAnswer } from "@proviso/core/policy";
import { init, killThreads } from "z3-solver";

type Z3 = Awaited<ReturnType<typeof init>>;

export interface ClosingSolver extends Solver {
  close(): Promise<void>;
}

export function z3Solver(): ClosingSolver {
  let started: Promise<Z3> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return {
    name: "Z3",
    // One question after another: Z3's threads share one memory.
    check(script, timeoutMs) {
      const answer = last.then(async () => {
        started ??= init();
        return ask(await started, script, timeoutMs);
      });
      last = answer.catch(() => undefined);
      return answer;
    },
    async close() {
      await last;
      if (started !== undefined) await killThreads((await started).em);
      started = undefined;
    },
  };
}

/** `Z3_L_TRUE`, `Z3_L_FALSE` and `Z3_L_UNDEF` of the C API. */
const [SAT, UNSAT, UNDECIDED] = [1, -1, 0];

/** A context of its own for each question: the same question has the same answer. */
async function ask({ Z3 }: Z3, script: string, timeoutMs: number): Promise<SolverAnswer> {
  const config = Z3.mk_config();
  const context = Z3.mk_context(config);
  Z3.del_config(config);
  const solver = Z3.mk_simple_solver(context);
  Z3.solver_inc_ref(context, solver);
  try {
    const params = Z3.mk_params(context);
    Z3.params_inc_ref(context, params);
    const timeout = Math.max(1, Math.round(timeoutMs));
    Z3.params_set_uint(context, params, Z3.mk_string_symbol(context, "timeout"), timeout);
    Z3.solver_set_params(context, solver, params);
    Z3.params_dec_ref(context, params);
    Z3.solver_from_string(context, solver, script);
    const fault = Z3.get_error_code(context);
    if (fault !== 0)
      throw new Error(`the solver cannot read the script: ${Z3.get_error_msg(context, fault)}`);
    const said = await Z3.solver_check(context, solver);
    if (said === UNSAT) return { status: "unsat", model: "" };
    return said === SAT
      ? { status: "sat", model: constantsOf(Z3, context, solver) }
      : { status: "unknown", model: "" };
  } finally {
    Z3.solver_dec_ref(context, solver);
    Z3.del_context(context);
  }
}

type Api = Z3["Z3"];

/** Values alone: a model also has the definitions of a script, each written out in full. */
function constantsOf(
  api: Api,
  context: ReturnType<Api["mk_context"]>,
  solver: ReturnType<Api["mk_solver"]>,
): string {
  const model = api.solver_get_model(context, solver);
  const lines: string[] = [];
  for (let index = 0; index < api.model_get_num_consts(context, model); index += 1) {
    const constant = api.model_get_const_decl(context, model, index);
    const value = api.model_get_const_interp(context, model, constant);
    if (value === null || !isValue(api, context, value)) continue;
    const name = api.get_symbol_string(context, api.get_decl_name(context, constant));
    const written = api.ast_to_string(context, value);
    lines.push(`(define-fun ${name} () ${/^(true|false)$/.test(written) ? "Bool" : "Int"} ${written})`);
  }
  return lines.join("\n");
}

function isValue(
  api: Api,
  context: ReturnType<Api["mk_context"]>,
  value: NonNullable<ReturnType<Api["model_get_const_interp"]>>,
): boolean {
  return api.is_numeral_ast(context, value) || api.get_bool_value(context, value) !== UNDECIDED;
}
