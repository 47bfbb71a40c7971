import type { Recognizer } from "../recognizer.ts";
import { bankAccount } from "./bank-account.ts";
import { bic } from "./bic.ts";
import { card } from "./card.ts";
import { cardCode } from "./card-code.ts";
import { cryptoAddress } from "./crypto-address.ts";
import { iban } from "./iban.ts";
import { routingNumber } from "./routing-number.ts";

export const FINANCIAL: readonly Recognizer[] = [
  card,
  cardCode,
  iban,
  bic,
  routingNumber,
  bankAccount,
  cryptoAddress,
];
