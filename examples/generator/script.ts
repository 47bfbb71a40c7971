import { readFileSync } from "node:fs";

// The texts live in topics/*.txt, one small play after another:
//
//   == 2025-03-04T18:20 en The title #tag #tag:value
//   > what the person writes        < what the assistant answers
//   ~ thinking                      - an answer that was regenerated
//   * tool and its input            = what the tool returned
//   # a tool result | signal        + a later moment when the chat goes on
//   @ pasted or uploaded text       & a picture
//
// A line that starts with two spaces belongs to the line above it.

const KINDS = {
  ">": "user",
  "<": "assistant",
  "~": "thinking",
  "-": "alternate",
  "*": "tool",
  "=": "result",
  "#": "reserved",
  "+": "jump",
  "@": "paste",
  "&": "picture",
} as const;

export type StepKind = (typeof KINDS)[keyof typeof KINDS];

export interface Step {
  kind: StepKind;
  text: string;
}

export interface Dialogue {
  at: number;
  language: string;
  title: string;
  tags: Map<string, string>;
  steps: Step[];
}

function moment(text: string): number {
  return Date.parse(`${text.trim()}:00Z`);
}

function heading(line: string): Dialogue {
  const [, date, language, ...words] = line.split(" ");
  const tags = new Map<string, string>();
  const title: string[] = [];
  for (const word of words) {
    if (!word.startsWith("#")) title.push(word);
    else {
      const cut = word.indexOf(":");
      tags.set(cut < 0 ? word.slice(1) : word.slice(1, cut), cut < 0 ? "" : word.slice(cut + 1));
    }
  }
  return { at: moment(date ?? ""), language: language ?? "en", title: title.join(" "), tags, steps: [] };
}

export function readScript(name: string): Dialogue[] {
  const text = readFileSync(new URL(`topics/${name}.txt`, import.meta.url), "utf8");
  const out: Dialogue[] = [];
  for (const line of text.split("\n")) {
    if (line.startsWith("== ")) {
      out.push(heading(line));
      continue;
    }
    const dialogue = out.at(-1);
    if (!dialogue || line.trim() === "") continue;
    const last = dialogue.steps.at(-1);
    if (line.startsWith("  ") && last) last.text += `\n${line.slice(2)}`;
    else dialogue.steps.push({ kind: kindOf(line, name), text: line.slice(2) });
  }
  return out;
}

function kindOf(line: string, name: string): StepKind {
  const mark = line.charAt(0);
  if (!(mark in KINDS) || line.charAt(1) !== " ") throw new Error(`${name}: cannot read "${line}"`);
  return KINDS[mark as keyof typeof KINDS];
}

/** One turn: what the person brings, then everything the assistant does about it. */
export interface Turn {
  jump: number | undefined;
  brought: Step[];
  user: string;
  alternates: string[];
  answer: Step[];
}

export function turns(dialogue: Dialogue): Turn[] {
  const out: Turn[] = [];
  let jump: number | undefined;
  let brought: Step[] = [];
  for (const step of dialogue.steps) {
    const turn = out.at(-1);
    if (step.kind === "jump") jump = moment(step.text);
    else if (step.kind === "user") {
      out.push({ jump, brought, user: step.text, alternates: [], answer: [] });
      jump = undefined;
      brought = [];
    } else if (step.kind === "paste" || step.kind === "picture") {
      // An upload may stand before or after the question it belongs to.
      if (turn && turn.answer.length === 0) turn.brought.push(step);
      else brought.push(step);
    } else if (step.kind === "alternate") turn?.alternates.push(step.text);
    else turn?.answer.push(step);
  }
  return out;
}

/** The first word and the rest. */
export function split(text: string): [string, string] {
  const cut = text.search(/[ \n]/);
  return cut < 0 ? [text, ""] : [text.slice(0, cut), text.slice(cut + 1)];
}
