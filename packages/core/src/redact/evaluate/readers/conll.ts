/**
 * CoNLL columns (IOB1, IOB2, IOBES) -> documents, one per sentence
 *
 * Columns are split at tabs, or at spaces where there are none. Which column holds the labels is
 * seen by its values: all of them are `O` or a mark of one letter with a type. The token is the
 * first column that is not a running number.
 */
import type { LabelledSpan } from "../labelled.ts";
import { type Labelled, malformed } from "../labelled.ts";
import { joinTokens } from "./join-tokens.ts";

const LABEL = /^(?:O|[BIESUL]-\S+)$/;
/** As CoNLL-U writes them; `# O` is a token with its label. */
const COMMENT = /^# ?(?:[\w.:-]+ ?=|newdoc|newpar)/;
const SAMPLE_CHARACTERS = 200_000;
const SAMPLE_ROWS = 2000;
/** Of the sampled rows; a row that lacks a label is then an error, not another format. */
const LABELLED_SHARE = 0.95;

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

interface Sentence {
  readonly rows: readonly Row[];
  readonly text: string | undefined;
}

export interface Columns {
  readonly token: number;
  readonly label: number;
}

export function isConll(text: string): boolean {
  return columnsOf(sentencesOf(text.slice(0, SAMPLE_CHARACTERS)).flatMap(({ rows }) => rows)) !== undefined;
}

/** @throws ProvisoError INPUT_MALFORMED for a row without a label */
export function readConll(
  text: string,
  file: string,
): { readonly documents: readonly Labelled[]; readonly notes: readonly string[] } {
  const sentences = sentencesOf(text);
  const columns = columnsOf(sentences.flatMap(({ rows }) => rows));
  if (columns === undefined) throw malformed("no column of this file holds labels", { file });
  let own = 0;
  const documents = sentences.map(({ rows, text: said }, index): Labelled => {
    const tokens = rows.map(({ cells }) => cells[columns.token] ?? "");
    const joined = joinTokens(tokens, said);
    if (joined.isOwn) own += 1;
    const labels = rows.map((row) => labelOf(row, columns, file));
    return { id: String(index), text: joined.text, spans: spansOf(labels, tokens, joined.starts) };
  });
  const notes = [
    own === documents.length
      ? "texts are those that the file gives"
      : `${documents.length - own} of ${documents.length} texts are put together from their tokens`,
  ];
  return { documents, notes };
}

function labelOf({ cells, line }: Row, { label }: Columns, file: string): string {
  const value = cells[label];
  if (value !== undefined && LABEL.test(value)) return value;
  throw malformed(
    `no label in column ${label + 1}`,
    { file, line },
    {
      hint: "a label is `O`, or `B-` or `I-` with a type",
    },
  );
}

function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let rows: Row[] = [];
  let said: string | undefined;
  const end = (): void => {
    if (rows.length > 0) sentences.push({ rows, text: said });
    rows = [];
    said = undefined;
  };
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") end();
    else if (COMMENT.test(line)) said = /^# text = (.*)$/.exec(line)?.[1] ?? said;
    else if (!line.startsWith("-DOCSTART-")) rows.push({ cells: cellsOf(line), line: index + 1 });
  }
  end();
  return sentences;
}

function cellsOf(line: string): readonly string[] {
  return line.includes("\t") ? line.split("\t") : line.trim().split(/ +/);
}

function columnsOf(all: readonly Row[]): Columns | undefined {
  const rows = all.slice(0, SAMPLE_ROWS);
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const share = (column: number, test: RegExp): number =>
    rows.filter(({ cells }) => test.test(cells[column] ?? "")).length / rows.length;
  let label: number | undefined;
  for (let column = width - 1; column > 0 && label === undefined; column -= 1) {
    if (share(column, LABEL) >= LABELLED_SHARE) label = column;
  }
  if (label === undefined) return undefined;
  for (let token = 0; token < label; token += 1) {
    if (share(token, /^\d+$/) < 1) return { token, label };
  }
  return undefined;
}

/** Runs of labels -> spans. Neighbours without a letter between them are one: `@` and `name`. */
function spansOf(
  labels: readonly string[],
  tokens: readonly string[],
  starts: readonly number[],
): readonly LabelledSpan[] {
  const spans: LabelledSpan[] = [];
  let open: LabelledSpan | undefined;
  const close = (): void => {
    if (open !== undefined) spans.push(open);
    open = undefined;
  };
  for (const [index, mark] of labels.entries()) {
    const start = starts[index] ?? 0;
    const token = tokens[index] ?? "";
    const label = mark.slice(2);
    const isOnlyMarks = open !== undefined && tokens[index - 1] === "@" && open.end - open.start === 1;
    const isSame: boolean = open?.label === label;
    if (mark === "O" || !isSame || (/^[BSU]-/.test(mark) && !isOnlyMarks)) close();
    if (mark === "O" || token === "") continue;
    open = { label, start: open?.start ?? start, end: start + token.length };
    if (/^[ESL]-/.test(mark) || mark.startsWith("U-")) close();
  }
  close();
  return spans;
}
