/**
 * Records of secrets in code: by line and column (CredSweeper's samples), by range (secretlint's
 * fixtures), or only whether a text holds one (gitleaks' literals; the whole text then counts as the
 * place, so that only *overlap* says something).
 */
import { z } from "zod";
import { checkedSpans, type Labelled, type LabelledSpan, malformed } from "../labelled.ts";
import { parsed, type RecordFormat, type RecordPlace } from "./record.ts";

const SECRET = "SECRET";
const ABOUT = [SECRET];

const BY_LINE = z.object({
  path: z.string(),
  text: z.string(),
  expected: z.array(z.object({ line: z.int().min(1), value_start: z.int(), value: z.string() })),
});

const BY_RANGE = z.object({
  case: z.string(),
  text: z.string(),
  expected: z.array(z.object({ range: z.tuple([z.int(), z.int()]) })),
});

const BY_TEXT = z.object({
  rule: z.string(),
  label: z.enum(["secret", "not-secret"]),
  text: z.string(),
  secret: z.string().optional(),
});

export const LOCATED_SECRETS: readonly RecordFormat[] = [
  { name: "secrets by line", keys: ["path", "text", "expected"], read: byLine },
  { name: "secrets by range", keys: ["case", "text", "expected"], read: byRange },
  {
    name: "texts with or without a secret",
    keys: ["rule", "label", "text"],
    note: "the whole text counts as the place of its secret: look at overlap, not at exact",
    read: byText,
  },
];

function byLine(record: unknown, at: RecordPlace): readonly Labelled[] {
  const { path, text, expected } = parsed(BY_LINE, record, at);
  const lines = lineStarts(text);
  // A blank line inside a key is marked too: there is nothing in it to find.
  const marked = expected.filter(({ value }) => value !== "");
  const spans = marked.map(({ line, value_start, value }) => {
    const given = (lines[line - 1] ?? 0) + value_start;
    // Values of elements and of lines put together are marked where the rule looked, not where they stand.
    const start = text.startsWith(value, given) ? given : text.indexOf(value);
    if (start < 0) throw malformed(`no value in line ${line} as marked`, at.place);
    return { label: SECRET, start, end: start + value.length };
  });
  return [{ id: path, text, spans: checkedSpans(text, merged(spans), "utf16", at.place), about: ABOUT }];
}

/** Two rules may mark one value, or one a part of it: the text holds it once. */
function merged(spans: readonly LabelledSpan[]): readonly LabelledSpan[] {
  const whole: LabelledSpan[] = [];
  for (const span of [...spans].sort((one, other) => one.start - other.start || other.end - one.end)) {
    const before = whole.at(-1);
    if (before === undefined || span.start >= before.end) whole.push(span);
    else whole[whole.length - 1] = { ...before, end: Math.max(before.end, span.end) };
  }
  return whole;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const { index } of text.matchAll(/\n/g)) starts.push(index + 1);
  return starts;
}

function byRange(record: unknown, at: RecordPlace): readonly Labelled[] {
  const { text, expected } = parsed(BY_RANGE, record, at);
  const spans = expected.map(({ range: [start, end] }) => ({ label: SECRET, start, end }));
  return [{ id: at.id, text, spans: checkedSpans(text, merged(spans), "utf16", at.place), about: ABOUT }];
}

function byText(record: unknown, at: RecordPlace): readonly Labelled[] {
  const { label, text, secret } = parsed(BY_TEXT, record, at);
  const start = secret === undefined ? -1 : text.indexOf(secret);
  const span =
    secret === undefined || start < 0
      ? { label: SECRET, start: 0, end: text.length }
      : { label: SECRET, start, end: start + secret.length };
  const spans = label === "secret" ? [span] : [];
  return [{ id: at.id, text, spans: checkedSpans(text, spans, "utf16", at.place), about: ABOUT }];
}
