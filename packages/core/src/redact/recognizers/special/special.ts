/** Special categories of personal data (GDPR Article 9): flags on what was said, never redacted. */
import type { Recognizer } from "../recognizer.ts";
import { flagRecognizer } from "./flag-recognizer.ts";
import { BIOMETRIC } from "./terms/biometric.ts";
import { GENETIC } from "./terms/genetic.ts";
import { HEALTH } from "./terms/health.ts";
import { ORIGIN } from "./terms/origin.ts";
import { POLITICS } from "./terms/politics.ts";
import { RELIGION } from "./terms/religion.ts";
import { SEXUALITY } from "./terms/sexuality.ts";
import { UNION } from "./terms/union.ts";

export const SPECIAL: readonly Recognizer[] = [
  flagRecognizer("special-health", "SPECIAL_HEALTH", HEALTH),
  flagRecognizer("special-sexuality", "SPECIAL_SEXUALITY", SEXUALITY),
  flagRecognizer("special-religion", "SPECIAL_RELIGION", RELIGION),
  flagRecognizer("special-politics", "SPECIAL_POLITICS", POLITICS),
  flagRecognizer("special-union", "SPECIAL_UNION", UNION),
  flagRecognizer("special-origin", "SPECIAL_ORIGIN", ORIGIN),
  flagRecognizer("special-genetic", "SPECIAL_GENETIC", GENETIC),
  flagRecognizer("special-biometric", "SPECIAL_BIOMETRIC", BIOMETRIC),
];
