/** A worker thread of `proviso export`. */
import { serve } from "../threads/serve.ts";
import { owned } from "../threads/work.ts";
import type { BatchRows } from "./job.ts";
import { createWork } from "./work.ts";

serve(createWork, (rows: BatchRows) => {
  const lines = owned(rows.lines);
  return { value: { ...rows, lines }, moves: [lines.buffer] };
});
