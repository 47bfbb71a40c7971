/**
 * Account numbers of single countries: behind their label, or with check digits where a country has
 * them (Spain's 20 digits, Mexico's CLABE).
 */
import { contextWords, FAR, hasContext } from "../../scan/context.ts";
import type { NumberRun } from "../../scan/number-run.ts";
import type { Text } from "../../scan/text.ts";
import { listed } from "../listed.ts";
import { APART, BY_SLASH, BY_SPACE, closes, joint, opens } from "../number-window.ts";
import type { Emit, Recognizer } from "../recognizer.ts";

/** Of banks alone. */
const BANK_WORDS = listed(
  "bank account, bank acct, checking account, savings account, bank account number, Kontonummer, Kontonr",
  "Konto-Nr, Konto Nr, Kto, Girokonto, Sparkonto, numéro de compte, compte bancaire, compte n°, compte no",
  "rib, número de cuenta, numero de cuenta, cuenta bancaria, cuenta corriente, ccc, clabe",
  "numero di conto, conto corrente, c/c, número da conta, numero da conta, conta corrente, conta bancária",
  "nib, rekeningnummer, bankrekening*",
);
/** Of customers and members too. */
const ACCOUNT_WORDS = listed(
  "account number, account no, account #, account num, acct, acct no, acct number, a/c, a/c no",
  "account_number, accountnumber, account is, cuenta, conta",
);
const BANK_LABELS = contextWords(BANK_WORDS);
const ANY_LABEL = contextWords([...BANK_WORDS, ...ACCOUNT_WORDS]);
const BANKING = contextWords(
  listed(
    "bank, routing, aba, sort code, bsb, iban, swift, bic, wire, transfer, deposit, savings, checking",
    "BLZ, Bankleitzahl, Überweisung, überweisen, Girokonto, banque, bancaire, virement, banco, bancaria",
    "agência, agencia, banca, bonifico, transferência, overmaken, bankrekening",
  ),
);
const LABEL = { before: 26, after: 0 };
/** Bytes from the first group on in which the label still counts. */
const NEAR = 12;
const MAX_GROUPS = 5;
const CCC = 20;
const CLABE = 18;

export const bankAccount: Recognizer = {
  name: "bank-account",
  types: ["BANK_ACCOUNT"],
  digits: { min: 6, max: 23 },
  atNumber(text: Text, run: NumberRun, emit: Emit): void {
    // Between the groups of a run there are no words: what stands before it is looked at once.
    const score = scoreOfLabel(text, run.starts[0] ?? text.start);
    if (score === 0 && run.total < CLABE) return;
    for (let first = 0; first < run.count; first += 1) {
      const isNear = (run.starts[first] ?? 0) - (run.starts[0] ?? 0) <= NEAR;
      const after = accountAt(text, run, first, isNear ? score : 0, emit);
      if (after > 0) first = after - 1;
    }
  },
};

/** 0 without a label. */
function scoreOfLabel(text: Text, start: number): number {
  if (!hasContext(text, start, start, ANY_LABEL, LABEL)) return 0;
  const isBank = hasContext(text, start, start, BANK_LABELS, LABEL);
  return isBank || hasContext(text, start, start, BANKING, FAR) ? 0.95 : 0.6;
}

/** The group after an account number that begins at group `first`, or 0. */
function accountAt(text: Text, run: NumberRun, first: number, score: number, emit: Emit): number {
  const start = run.starts[first] ?? 0;
  if (first === 0 ? !opens(text, start) : joint(text, run, first) !== BY_SPACE) return 0;
  let after = first + 1;
  const by = after < run.count ? joint(text, run, after) : 0;
  const joins = (by & APART) === 0 && by !== BY_SLASH;
  while (joins && after < run.count && after - first < MAX_GROUPS && joint(text, run, after) === by)
    after += 1;
  const from = run.from[first] ?? 0;
  for (; after > first; after -= 1) {
    const size = (run.from[after] ?? 0) - from;
    if (size < 6) return 0;
    const end = run.ends[after - 1] ?? 0;
    if (size > 23 || (after === run.count && !closes(text, end))) continue;
    if ((size === CCC && isSpanish(run, from)) || (size === CLABE && isClabe(run, from))) {
      const isNamed = score > 0 || hasContext(text, start, end, BANKING, FAR);
      // A number without gaps may have right check digits by chance.
      if (!isNamed && after - first === 1) return 0;
      emit("BANK_ACCOUNT", start, end, isNamed ? 0.95 : 0.6, "checksum");
      return after;
    }
    if (score === 0 || size > 17) continue;
    emit("BANK_ACCOUNT", start, end, score, "context");
    return after;
  }
  return 0;
}

/** Two check digits: one over bank and branch, one over the account. */
function isSpanish(run: NumberRun, from: number): boolean {
  const weights = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];
  const digit = (index: number): number => run.digits[from + index] ?? 0;
  const checkOf = (first: number, count: number): number => {
    let sum = 0;
    for (let index = 0; index < count; index += 1)
      sum += digit(first + index) * (weights[10 - count + index] ?? 0);
    const rest = 11 - (sum % 11);
    return rest === 10 ? 1 : rest === 11 ? 0 : rest;
  };
  return (
    digit(0) + digit(1) + digit(2) + digit(3) > 0 &&
    checkOf(0, 8) === digit(8) &&
    checkOf(10, 10) === digit(9)
  );
}

/** Weights 3, 7, 1, each product modulo 10. */
function isClabe(run: NumberRun, from: number): boolean {
  let sum = 0;
  for (let index = 0; index < 17; index += 1) {
    sum += ((run.digits[from + index] ?? 0) * ([3, 7, 1][index % 3] ?? 0)) % 10;
  }
  return sum > 0 && (10 - (sum % 10)) % 10 === run.digits[from + 17];
}
