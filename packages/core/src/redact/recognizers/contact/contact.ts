import type { Recognizer } from "../recognizer.ts";
import { email } from "./email.ts";
import { phone } from "./phone.ts";

export const CONTACT: readonly Recognizer[] = [email, phone];
