/** Words around a name that leave no doubt. */
import type { Text } from "../scan/text.ts";
import type { Beliefs } from "./beliefs.ts";
import type { Tokens } from "./tokens.ts";

export function applyContext(_text: Text, _tokens: Tokens, _beliefs: Beliefs): void {}
