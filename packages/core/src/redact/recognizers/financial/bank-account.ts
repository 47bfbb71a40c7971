/**
 * Account numbers of single countries: behind their label, or with check digits where a country has
 * them (Spain's 20 digits, Mexico's CLABE).
 */
import { contextWords, FAR, hasContext } from "../../scan/context.ts";
import type { NumberRun } from "../../scan/number-run.ts";
import type { Text } from "../../scan/text.ts";
import { APART, closes, joint, opens } from "../contact/phone-window.ts";
import type { Emit, Recognizer } from "../recognizer.ts";

const LABELS = contextWords([
  ...[
    "bank account",
    "account number",
    "account no",
    "account #",
    "account num",
    "acct",
    "acct no",
    "acct number",
  ],
  ...[
    "a/c",
    "a/c no",
    "checking account",
    "savings account",
    "account_number",
    "accountnumber",
    "account is",
  ],
  ...["Kontonummer", "Kontonr", "Konto-Nr", "Konto Nr", "Kto", "Girokonto", "Sparkonto", "numéro de compte"],
  ...[
    "compte bancaire",
    "compte n°",
    "compte no",
    "rib",
    "número de cuenta",
    "numero de cuenta",
    "cuenta bancaria",
  ],
  ...[
    "cuenta corriente",
    "cuenta",
    "ccc",
    "clabe",
    "numero di conto",
    "conto corrente",
    "c/c",
    "número da conta",
  ],
  ...[
    "numero da conta",
    "conta corrente",
    "conta bancária",
    "conta",
    "nib",
    "rekeningnummer",
    "bankrekening*",
  ],
]);
const BANKING = contextWords([
  ...[
    "bank",
    "routing",
    "aba",
    "sort code",
    "bsb",
    "iban",
    "swift",
    "bic",
    "wire",
    "transfer",
    "deposit",
    "savings",
  ],
  ...[
    "checking",
    "BLZ",
    "Bankleitzahl",
    "Überweisung",
    "überweisen",
    "Girokonto",
    "banque",
    "bancaire",
    "virement",
  ],
  ...[
    "banco",
    "bancaria",
    "agência",
    "agencia",
    "banca",
    "bonifico",
    "transferência",
    "overmaken",
    "bankrekening",
  ],
]);
const LABEL = { before: 26, after: 0 };
const MAX_GROUPS = 5;

export const bankAccount: Recognizer = {
  name: "bank-account",
  types: ["BANK_ACCOUNT"],
  digits: { min: 6, max: 23 },
  atNumber(text: Text, run: NumberRun, emit: Emit): void {
    for (let first = 0; first < run.count; first += 1) {
      const after = accountAt(text, run, first, emit);
      if (after > 0) first = after - 1;
    }
  },
};

function accountAt(text: Text, run: NumberRun, first: number, emit: Emit): number {
  const start = run.starts[first] ?? 0;
  if (first === 0 ? !opens(text, start) : joint(text, run, first) !== 1) return 0;
  let after = first + 1;
  const by = after < run.count ? joint(text, run, after) : 0;
  while (after < run.count && after - first < MAX_GROUPS && by !== 8 && joint(text, run, after) === by) {
    if ((by & APART) !== 0) break;
    after += 1;
  }
  for (; after > first; after -= 1) {
    const size = (run.from[after] ?? 0) - (run.from[first] ?? 0);
    if (size < 6) return 0;
    const end = run.ends[after - 1] ?? 0;
    if (size > 23 || (after === run.count && !closes(text, end))) continue;
    const from = run.from[first] ?? 0;
    const hasCheck = (size === 20 && isSpanish(run, from)) || (size === 18 && isClabe(run, from));
    if (hasCheck) {
      const isGrouped = after - first > 1;
      const isNamed =
        hasContext(text, start, end, BANKING, FAR) || hasContext(text, start, end, LABELS, LABEL);
      if (!isNamed && !isGrouped) return 0;
      emit("BANK_ACCOUNT", start, end, isNamed ? 0.95 : 0.6, "checksum");
      return after;
    }
    if (size > 17 || !hasContext(text, start, end, LABELS, LABEL)) continue;
    emit("BANK_ACCOUNT", start, end, hasContext(text, start, end, BANKING, FAR) ? 0.85 : 0.6, "context");
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
