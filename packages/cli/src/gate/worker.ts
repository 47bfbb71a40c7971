/** A worker thread of `proviso check`. */
import { serve } from "../threads/serve.ts";
import { createScanWork } from "./scan-piece.ts";

serve(createScanWork, (scanned) => ({ value: scanned, moves: [] }));
