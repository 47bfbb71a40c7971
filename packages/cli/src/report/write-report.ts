/**
 * ReportModel -> **one self-contained HTML file** -> the person who owns the chats
 *
 * Streams: rows are written as they come and never kept. What many rows share is written once,
 * after them.
 */
import type { WireTables } from "./client/wire.ts";
import { Encoder } from "./encode.ts";
import { scriptJson } from "./escape.ts";
import type { ReportModel } from "./model.ts";
import { pageFrame } from "./page.ts";
import { withoutScript } from "./without-script.ts";

// Large enough that a block's frame costs nothing, small enough to parse between two frames.
const ROWS_PER_BLOCK = 2000;

export interface ReportWritten {
  readonly conversations: number;
  /** UTF-16 code units handed to the sink; bytes where all text is ASCII. */
  readonly length: number;
}

/** Awaits the sink before going on, so a slow disk holds the rows back. */
export async function writeReport(
  model: ReportModel,
  sink: (chunk: string) => Promise<void> | void,
): Promise<ReportWritten> {
  let length = 0;
  const write = async (chunk: string): Promise<void> => {
    length += chunk.length;
    await sink(chunk);
  };
  const frame = pageFrame(model.title);
  const encoder = new Encoder(model.policies, model.vocabulary);
  await write(frame.before);
  let conversations = 0;
  let block: string[] = [];
  for await (const row of model.rows) {
    conversations += 1;
    block.push(scriptJson(encoder.row(row)));
    if (block.length < ROWS_PER_BLOCK) continue;
    await write(rowBlock(block));
    block = [];
  }
  if (block.length > 0) await write(rowBlock(block));
  await write(`<script type="application/json" id="tables">${scriptJson(tables(model, encoder))}</script>\n`);
  await write(withoutScript(encoder, model));
  await write(frame.after);
  return { conversations, length };
}

function rowBlock(rows: readonly string[]): string {
  return `<script type="application/json" class="rows">[${rows.join(",\n")}]</script>\n`;
}

function tables(model: ReportModel, encoder: Encoder): WireTables {
  const { rows: _, policies: _policies, vocabulary, ...meta } = model;
  const words = Object.entries(vocabulary).map(([name, { says, ask }]) => [name, { says, ask }]);
  // JSON leaves out what is undefined, as the wire types have it.
  return {
    ...meta,
    vocabulary: Object.fromEntries(words),
    texts: encoder.texts.items,
    groups: encoder.groups.items,
    policies: encoder.policies,
    uses: encoder.uses.items,
    clocks: encoder.clocks.items,
    traces: encoder.traces.items,
    lists: encoder.lists.items,
    shapes: encoder.shapes.items,
  } as WireTables;
}
