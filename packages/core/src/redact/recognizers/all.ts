/** Every recognizer of our own, family by family. A new one is one line in its family's list. */
import { CONTACT } from "./contact/contact.ts";
import { FINANCIAL } from "./financial/financial.ts";
import { NETWORK } from "./network/network.ts";
import type { Recognizer } from "./recognizer.ts";

export const RECOGNIZERS: readonly Recognizer[] = [...CONTACT, ...FINANCIAL, ...NETWORK];
