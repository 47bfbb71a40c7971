/**
 * Turns -> **Dialogue** -> a row's value
 *
 * What the formats have in common: turns of one speaker in a row become one message.
 */
import type { Turn } from "../turn.ts";
import type { Shape } from "./fit.ts";

export interface Dialogue {
  /** System messages that come before all others. */
  readonly system: string | undefined;
  readonly messages: readonly Turn[];
}

export function dialogueOf(turns: readonly Turn[], shape: Shape): Dialogue {
  const systems: string[] = [];
  const spoken: Turn[] = [];
  for (const turn of turns) {
    if (turn.role === "system" && (shape.system === "first" || spoken.length === 0)) systems.push(turn.text);
    else spoken.push(turn);
  }
  return {
    system: systems.length === 0 ? undefined : systems.join("\n\n"),
    messages: merged(spoken, shape.tools),
  };
}

function merged(turns: readonly Turn[], tools: boolean): readonly Turn[] {
  const messages: Turn[] = [];
  for (const turn of turns) {
    const one = tools || turn.role !== "tool" ? turn : toldByTool(turn);
    const last = messages.at(-1);
    if (last === undefined || last.role !== one.role || last.name !== one.name) messages.push(one);
    else messages[messages.length - 1] = { ...last, text: `${last.text}\n\n${one.text}` };
  }
  return messages;
}

/**
 * Exports do not keep which call a result answers, so formats that pair them by id cannot be given
 * tool messages: inventing the calls would teach a model what no assistant did.
 */
function toldByTool({ name, text }: Turn): Turn {
  const label = name === undefined ? "<tool>" : `<tool name=${JSON.stringify(name)}>`;
  return { role: "user", name: undefined, text: `${label}\n${text}\n</tool>` };
}
