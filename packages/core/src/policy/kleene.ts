/**
 * Kleene's strong three-valued logic, shared by all evaluators: `undefined` is unknown.
 */
export type Truth = boolean | undefined;

export function and(left: Truth, right: Truth): Truth {
  if (left === false || right === false) return false;
  return left === undefined || right === undefined ? undefined : true;
}

export function or(left: Truth, right: Truth): Truth {
  if (left === true || right === true) return true;
  return left === undefined || right === undefined ? undefined : false;
}

export function not(operand: Truth): Truth {
  return operand === undefined ? undefined : !operand;
}
