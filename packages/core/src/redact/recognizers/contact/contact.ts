import type { Recognizer } from "../recognizer.ts";
import { email } from "./email.ts";

export const CONTACT: readonly Recognizer[] = [email];
