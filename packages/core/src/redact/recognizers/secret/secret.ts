/** The family of secrets: keys, passwords, private keys, connection strings. */
import type { Recognizer } from "../recognizer.ts";
import { assignedSecret } from "./assigned-secret.ts";
import { authorization } from "./authorization.ts";
import { connectionString } from "./connection-string.ts";
import { jsonWebToken } from "./json-web-token.ts";
import { password } from "./password.ts";
import { privateKey } from "./private-key.ts";
import { serviceKey } from "./service-key.ts";

export const SECRET: readonly Recognizer[] = [
  serviceKey,
  privateKey,
  jsonWebToken,
  connectionString,
  authorization,
  password,
  assignedSecret,
];
