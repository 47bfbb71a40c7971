/** Every recognizer of our own, family by family. A new one is one line in its family's list. */
import { ACCOUNT } from "./account/account.ts";
import { CONTACT } from "./contact/contact.ts";
import { FINANCIAL } from "./financial/financial.ts";
import { GOVERNMENT } from "./government/government.ts";
import { NETWORK } from "./network/network.ts";
import { PLACE } from "./place/place.ts";
import type { Recognizer } from "./recognizer.ts";
import { SECRET } from "./secret/secret.ts";
import { SPECIAL } from "./special/special.ts";

export const RECOGNIZERS: readonly Recognizer[] = [
  ...ACCOUNT,
  ...CONTACT,
  ...FINANCIAL,
  ...GOVERNMENT,
  ...NETWORK,
  ...PLACE,
  ...SECRET,
  ...SPECIAL,
];
