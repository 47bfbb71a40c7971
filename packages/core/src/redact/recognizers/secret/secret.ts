/** The family of secrets: keys, passwords, private keys, connection strings. */
import type { Recognizer } from "../recognizer.ts";
import { assignedSecret } from "./assigned-secret.ts";
import { authorization } from "./authorization.ts";
import { bareToken } from "./bare-token.ts";
import { cliPassword } from "./cli-password.ts";
import { connectionString } from "./connection-string.ts";
import { jsonWebKey } from "./json-web-key.ts";
import { jsonWebToken } from "./json-web-token.ts";
import { password } from "./password.ts";
import { privateKey } from "./private-key.ts";
import { seedPhrase } from "./seed-phrase.ts";
import { serviceKey } from "./service-key.ts";

export const SECRET: readonly Recognizer[] = [
  serviceKey,
  bareToken,
  privateKey,
  jsonWebToken,
  jsonWebKey,
  connectionString,
  authorization,
  seedPhrase,
  password,
  cliPassword,
  assignedSecret,
];
