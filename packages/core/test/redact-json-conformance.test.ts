/**
 * The cases in `conformance/redact` once more, inside of JSON: what is found in a text is also found
 * where the text is a string of a line of JSON, and where it is JSON that holds it as a string again.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { builtInProfile } from "../src/redact/profile/built-in.ts";
import { Redactor } from "../src/redact/redact.ts";

interface Cases {
  readonly hits: readonly { readonly text: string; readonly found: readonly (readonly [string, string])[] }[];
}

const FOLDER = join(import.meta.dirname, "../../../conformance/redact");
const redactor = new Redactor({
  // Every type, and no names: they hang on what a text is like, and are no recognizer's.
  profile: { ...builtInProfile("default"), entities: {}, names: { on: false } },
  flags: false,
});

const hits = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => {
    const cases = JSON.parse(readFileSync(join(FOLDER, name, "cases.json"), "utf8")) as Partial<Cases>;
    return (cases.hits ?? []).map((hit) => ({ name, ...hit }));
  });

function redacted(value: unknown): string {
  const line = new TextEncoder().encode(`${JSON.stringify(value)}\n`);
  return new TextDecoder().decode(redactor.lines(line, "jsonl").bytes);
}

function inString(text: string): string {
  const parsed = JSON.parse(redacted({ text })) as { readonly text: string };
  return parsed.text;
}

function inJsonInString(text: string): string {
  const outer = JSON.parse(redacted({ arguments: JSON.stringify({ text }) })) as {
    readonly arguments: string;
  };
  const inner = JSON.parse(outer.arguments) as { readonly text: string };
  return inner.text;
}

it.each(hits)("$name in $text", ({ text, found }) => {
  const whole = redactor.document([text]).texts[0] ?? "";
  for (const [, value] of found) {
    // A value that the text alone keeps is shown to stay by its own cases.
    if (whole.includes(value)) continue;
    expect(inString(text)).not.toContain(value);
    expect(inJsonInString(text)).not.toContain(value);
  }
});
